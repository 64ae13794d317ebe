package org.tandemsync.outlook.automation;

import java.util.HexFormat;

/** What a call to an object ends with when it fails: [MS-ERREF] 2.1, and MAPI's codes. */
public record HResult(int code) {
  /** The other side does something that it does not let itself be disturbed in. */
  public static final HResult RPC_E_CALL_REJECTED = new HResult(0x80010001);

  /** The other side is busy and asks for another try. */
  public static final HResult RPC_E_SERVERCALL_RETRYLATER = new HResult(0x8001010A);

  /** The object's program has ended. */
  public static final HResult RPC_E_DISCONNECTED = new HResult(0x80010108);

  /** The object's program has ended. */
  public static final HResult RPC_S_SERVER_UNAVAILABLE = new HResult(0x800706BA);

  /** The object's program ended while it answered: nobody knows how far it came. */
  public static final HResult RPC_S_CALL_FAILED = new HResult(0x800706BE);

  public static final HResult DISP_E_MEMBERNOTFOUND = new HResult(0x80020003);
  public static final HResult DISP_E_TYPEMISMATCH = new HResult(0x80020005);
  public static final HResult DISP_E_UNKNOWNNAME = new HResult(0x80020006);
  public static final HResult DISP_E_BADVARTYPE = new HResult(0x80020008);
  public static final HResult DISP_E_BADINDEX = new HResult(0x8002000B);
  public static final HResult DISP_E_BADPARAMCOUNT = new HResult(0x8002000E);
  public static final HResult E_INVALIDARG = new HResult(0x80070057);
  public static final HResult E_ACCESSDENIED = new HResult(0x80070005);
  public static final HResult E_FAIL = new HResult(0x80004005);

  /** Of a property: it is too large to be handed over in one piece. */
  public static final HResult E_OUTOFMEMORY = new HResult(0x8007000E);

  public static final HResult MAPI_E_NO_SUPPORT = new HResult(0x80040102);

  /** Somebody else has saved the item since it was opened. */
  public static final HResult MAPI_E_OBJECT_CHANGED = new HResult(0x80040109);

  /** The item has been moved or deleted. */
  public static final HResult MAPI_E_OBJECT_DELETED = new HResult(0x8004010A);

  public static final HResult MAPI_E_NOT_FOUND = new HResult(0x8004010F);
  public static final HResult MAPI_E_INVALID_ENTRYID = new HResult(0x80040107);
  public static final HResult MAPI_E_COMPUTED = new HResult(0x8004011A);

  /** Whether the call was not taken at all and may be repeated a little later. */
  public boolean busy() {
    return equals(RPC_E_CALL_REJECTED) || equals(RPC_E_SERVERCALL_RETRYLATER);
  }

  /** Whether the object's program is gone. */
  public boolean gone() {
    return equals(RPC_E_DISCONNECTED)
        || equals(RPC_S_SERVER_UNAVAILABLE)
        || equals(RPC_S_CALL_FAILED);
  }

  /** As Microsoft writes it: 0x80010001. */
  @Override
  public String toString() {
    return "0x" + HexFormat.of().withUpperCase().toHexDigits(code);
  }
}
