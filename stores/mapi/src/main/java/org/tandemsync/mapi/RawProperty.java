package org.tandemsync.mapi;

/**
 * A property as the file has it.
 *
 * @param id the upper half of the property tag; from 0x8000 on the meaning differs from file to
 *     file
 * @param type the lower half: the type of the value ([MS-OXCDATA] 2.11)
 * @param value its bytes; a value of up to 4 bytes (8 in a table) is padded
 */
public record RawProperty(int id, int type, DataSource value) {}
