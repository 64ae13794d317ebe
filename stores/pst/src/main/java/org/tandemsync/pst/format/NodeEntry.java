package org.tandemsync.pst.format;

/**
 * A node as the node index (or a tree of subnodes) has it. Blocks are never overwritten: a changed
 * node has other block ids.
 *
 * @param data block id of its data, 0 for none
 * @param subnodes block id of its subnodes, 0 for none
 * @param parent its folder; 0 for a subnode
 */
public record NodeEntry(NodeId id, long data, long subnodes, NodeId parent) {}
