namespace HomelabPortal.Dns.Contents;

/// <summary>Pure: the parts of a CAA record (RFC 8659). Tags have no case; the value is always in quotes.</summary>
internal static class CaaText
{
    private static readonly string[] _tags = ["issue", "issuewild", "issuemail", "issuevmc", "iodef", "contactemail", "contactphone"];

    public static FieldReading ReadTag(string typed)
    {
        var tag = typed.ToLowerInvariant();
        return _tags.Contains(tag)
            ? FieldReading.Good(tag)
            : FieldReading.Bad(typed, "A CAA tag is issue, issuewild, issuemail, iodef, contactemail or contactphone; most often issue.");
    }

    public static FieldReading ReadValue(string typed)
    {
        if (typed.Length == 0)
            return FieldReading.Bad(typed, "Name the authority, for example letsencrypt.org, or “;” for none.");
        var said = (QuotedText.Unquote(typed) ?? typed).Trim();
        return said.Length > 255 || said.Any(c => char.IsControl(c) || !char.IsAscii(c))
            ? FieldReading.Bad(typed, "A CAA value is one line of at most 255 plain characters, for example letsencrypt.org.")
            : FieldReading.Good(QuotedText.Quote(said));
    }
}
