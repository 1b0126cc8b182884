namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>How owners of parts are called that no other room has a word for.</summary>
internal static class PartOwners
{
    public const string Portal = "this portal";

    /// <summary>Rules of a tunnel carry no mark, so nobody else can be named.</summary>
    public const string Unmarked = "somebody else";
}
