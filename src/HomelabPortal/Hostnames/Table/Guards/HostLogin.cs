namespace HomelabPortal.Hostnames.Table.Guards;

/// <summary>The login in front of a hostname.</summary>
/// <param name="Text">Its name, or why none is known.</param>
public sealed record HostLogin(LoginKind Kind, string Text)
{
    public static HostLogin NotNeeded { get; } = new(LoginKind.NotNeeded, "");

    public static HostLogin None { get; } = new(LoginKind.None, "None");
}
