using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Updates.Scheduling;

/// <summary>
/// Pure: which containers get a new version by schedule now, at most one on a host: a GPU is not freed for two at once.
/// <code>
/// the policy only observes                                 none
/// anything on the host is being changed or proves itself   none there
/// the last turn there is not long enough ago               none there
/// no schedule, or its window is closed                     not this one
/// stopped                                                  not this one: nothing would prove that the version serves
/// neither in place, nor refused with what it had           not this one
/// pinned, on its way, failed, or gone back from            not this one: only a person may
/// the registry's answer is old                             not this one
/// a newer version                                          its turn; the one that waited longest for a check first
/// </code>
/// A version that failed is the one that is wanted and not the one that runs, so it comes again only by a click; the one after it may come.
/// </summary>
internal static class UpdateTurns
{
    private const int OldAfterIntervals = 2;

    /// <param name="lastTurn">When a host last had one, or when the portal began, which may have been in the middle of one.</param>
    public static IReadOnlyList<UpdateTurn> Next(
        IReadOnlyList<UpdateCandidate> candidates, ChangePolicy policy, Func<string, DateTimeOffset> lastTurn, TimeSpan cooldown, TimeSpan checkInterval, DateTimeOffset now) =>
        policy == ChangePolicy.Observe
            ? []
            :
            [
                .. candidates.GroupBy(candidate => candidate.Container.Host)
                    .Where(host => !host.Any(candidate => candidate.IsBusy) && now - lastTurn(host.Key) >= cooldown)
                    .Select(host => host
                        .Where(candidate => WhyNot(candidate, checkInterval, now) is null)
                        .OrderBy(candidate => candidate.Standing.Finding!.At).ThenBy(candidate => candidate.Container.Name, StringComparer.Ordinal)
                        .FirstOrDefault())
                    .OfType<UpdateCandidate>()
                    .Select(candidate => new UpdateTurn(candidate.Container, candidate.Standing.Finding!.Digest!)),
            ];

    /// <summary>Why a container gets none by schedule now, for the page; null when only its turn is missing.</summary>
    public static string? WhyNot(UpdateCandidate candidate, TimeSpan checkInterval, DateTimeOffset now) => candidate switch
    {
        { Container.Updates.IsScheduled: false } => "It has no schedule.",
        { Standing.Kind: StandingKind.Wanted } => "The newest version is wanted already.",
        { Standing.Kind: StandingKind.Left } => "Somebody went back from the newest version. A later one is taken again.",
        { Standing.Kind: not StandingKind.NewVersion } => "There is no newer version.",
        { Standing.IsPinned: true } => "A digest in the image's name pins it. It only moves by a click.",
        { Container.IsStopped: true } or { Running: not { IsRunning: true } } => "It does not run, so nothing would prove that the new version serves.",
        { Phase: not (OwnerPhase.InPlace or OwnerPhase.Refused) } => "It is not in place.",
        { Standing.Finding.At: { } at } when now - at > OldAfterIntervals * checkInterval => "What is known of its registry is too old.",
        _ => UpdateWindows.IsOpen(candidate.Container.Updates.Window!, now) ? null : "Its window is closed.",
    };
}
