using HomelabPortal.Gpu.Containers.Updates.Checking;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Containers.Updates;

/// <summary>Pure: how a version stands, in words.</summary>
internal static class VersionWords
{
    private const int ShortDigest = 12;
    private const string Kind = "sha256:";

    public static string Word(VersionStanding standing) => standing.Kind switch
    {
        StandingKind.UpToDate => "Up to date",
        StandingKind.NewVersion => standing.IsPinned ? "Pinned, new version" : "New version",
        StandingKind.Wanted => "New version wanted",
        StandingKind.Left => "Went back",
        StandingKind.Pinned => "Pinned",
        StandingKind.Local => "Built on the host",
        StandingKind.NotAsked => "Not asked",
        _ => "Not known",
    };

    public static HealthState State(VersionStanding standing) => standing.Kind switch
    {
        StandingKind.UpToDate => HealthState.Healthy,
        StandingKind.NewVersion or StandingKind.Wanted => HealthState.Progressing,
        StandingKind.Unknown => HealthState.Unknown,
        _ => HealthState.Off,
    };

    /// <summary>What stands behind the word, and what comes next.</summary>
    public static string Sentence(VersionStanding standing, bool isRunning) => standing switch
    {
        { Kind: StandingKind.UpToDate, IsPinned: true } => "A digest in the image's name pins it, and the tag still means that version.",
        { Kind: StandingKind.UpToDate } => "It runs what the tag means in the registry.",
        { Kind: StandingKind.NewVersion, IsPinned: true } => "The tag has moved on in the registry. The digest in the image's name stays until you move it.",
        { Kind: StandingKind.NewVersion } => "The tag means another version in the registry now.",
        { Kind: StandingKind.Wanted } => "The newest version is wanted. State says how far it is, or why it was taken back.",
        { Kind: StandingKind.Left } => "There is a newer version that somebody went back from. The schedule leaves it alone.",
        { Kind: StandingKind.Pinned } => "The image is named by a digest alone, which never changes. Give it a tag to follow.",
        { Kind: StandingKind.Local } => "The image does not come from a registry, so there is nobody to ask.",
        { Kind: StandingKind.NotAsked } => "Updates are switched off for it, so its registry is not asked.",
        { Finding.Fault: { } fault, Finding.Image: var image } => FindingFaults.Words(fault, image),
        _ when !isRunning => "It does not exist on the host, so there is no version to compare.",
        _ => "Its registry has not been asked yet.",
    };

    /// <summary>Why the last question failed while an older answer stands; null when it did not.</summary>
    public static string? Trouble(VersionStanding standing) =>
        standing is { Kind: not StandingKind.Unknown, Finding: { Fault: { } fault, Image: var image } } ? FindingFaults.Words(fault, image) : null;

    /// <summary>As people compare them: enough digits to tell versions apart.</summary>
    public static string Short(string digest) =>
        digest.StartsWith(Kind, StringComparison.Ordinal) && digest.Length > Kind.Length + ShortDigest ? digest.Substring(Kind.Length, ShortDigest) : digest;
}
