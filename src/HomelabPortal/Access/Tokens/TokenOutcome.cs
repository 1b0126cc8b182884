using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access.Tokens;

/// <summary>What came of asking for a token, or for its end.</summary>
internal sealed record TokenOutcome
{
    public static TokenOutcome Done { get; } = new();

    /// <summary>The token itself, this once; null when none was made.</summary>
    public string? Text { get; init; }

    /// <summary>The actor may not, or must first prove who they are.</summary>
    public AccessRefusal? Refusal { get; init; }

    /// <summary>What is wrong with the answers, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    public bool Succeeded => Refusal is null && Faults.Count == 0;
}
