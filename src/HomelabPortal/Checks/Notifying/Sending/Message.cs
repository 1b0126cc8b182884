using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>What goes out, in words that every service can show.</summary>
/// <param name="Lines">One for each check.</param>
/// <param name="Href">Where more is said about it; null while the portal has no public address.</param>
/// <param name="IsUrgent">Something critical is down.</param>
/// <param name="IsGood">Nothing in it is down.</param>
internal sealed record Message(string Title, ValueList<string> Lines, string? Href, bool IsUrgent, bool IsGood)
{
    /// <summary>What it says, for programs.</summary>
    public ValueList<Told> Told { get; init; } = [];

    public string Text => string.Join('\n', Lines);
}
