namespace HomelabPortal.Dns;

/// <summary>The ownership mark in a record's comment: <c>hlp1:instance:owner</c>. No TXT sibling: it would break the wildcard.</summary>
public readonly record struct DnsMark(string Instance, string OwnerId)
{
    private const string Version = "hlp1";

    public override string ToString() => $"{Version}:{Instance}:{OwnerId}";

    public static DnsMark? Read(string? comment) =>
        comment?.Trim().Split(':') is [Version, { Length: > 0 } instance, { Length: > 0 } owner] ? new DnsMark(instance, owner) : null;
}
