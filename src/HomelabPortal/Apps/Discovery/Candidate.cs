namespace HomelabPortal.Apps.Discovery;

/// <summary>What became of one object: a tile, or the reason why it is none.</summary>
internal sealed record Candidate(LabApp? App, HiddenApp? Hidden)
{
    /// <summary>Someone asked for it by a mark; of two tiles for one address it is the one that stays.</summary>
    public bool IsMarked { get; init; }

    public static Candidate Shown(LabApp app, bool isMarked) => new(app, null) { IsMarked = isMarked };

    public static Candidate Left(string source, string? href, string reason, string remedy = "") => new(null, new HiddenApp(source, href, reason, remedy));
}
