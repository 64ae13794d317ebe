package org.tandemsync.outlook.model;

/** A constant of one of Outlook's enumerations, with Microsoft's name and value. */
public interface OlConstant {
  int value();
}
