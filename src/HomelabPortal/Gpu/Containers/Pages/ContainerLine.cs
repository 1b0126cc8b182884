using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Plans;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Containers.Pages;

/// <summary>
/// A wanted container as a row of the list.
/// <code>
/// being pulled                            Pulling, with how far
/// in place and to be stopped              Stopped, and why when it was idle
/// in place, and it has ended              Ended: a job that is done
/// in place                                Running
/// waits for its turn or for its check     Waiting
/// else                                    the word of its phase
/// </code>
/// </summary>
public sealed record ContainerLine(DesiredContainer Container, OwnerPhase Phase, string? Explanation, ImagePull? Pull)
{
    /// <summary>The name it is reached under, or where it gets one; null where nothing can lead to it.</summary>
    public DoorLine? Door { get; init; }

    /// <summary>What bears its name was last seen not to run any more.</summary>
    public bool IsOver { get; init; }

    /// <summary>It did what it was to do, and is not to be started again by itself.</summary>
    public bool IsDone => IsOver && Phase == OwnerPhase.InPlace && Container is { IsStopped: false, Restart: RestartRule.No or RestartRule.OnFailure };

    public string Id => Container.Id;

    public HealthState State => IsIdle || IsDone ? HealthState.Off : Phase.State();

    public string Word => this switch
    {
        { Pull.IsGoing: true } => "Pulling",
        { IsIdle: true, Container.StoppedIdleMinutes: { } minutes } => $"Stopped: idle for {minutes} min",
        { IsIdle: true } => "Stopped",
        { IsDone: true } => "Ended",
        { Phase: OwnerPhase.InPlace } => "Running",
        { Phase: OwnerPhase.Waiting } => "Waiting",
        _ => Phase.Word(),
    };

    public string Ports => string.Join(", ", Container.Ports.Select(port => port.ToString()));

    public string Gpu => Container switch
    {
        { Gpu: null } => "–",
        { Lease.IsExclusive: true } => "for itself",
        { Lease.ReservedMiB: { } reserved } => $"{reserved / 1024m:0.#} GiB reserved",
        _ => "shared",
    };

    private bool IsIdle => Container.IsStopped && Phase == OwnerPhase.InPlace;

    internal static IReadOnlyList<ContainerLine> Of(DesiredState desired, ReconcileStatus status, PullState pulls, ContainerState seen, DockerState docker)
    {
        var doors = desired.Containers.Select(container => container.Host).Distinct().ToDictionary(host => host, host => DoorLine.OfHost(host, desired, docker));
        return [.. desired.Containers.Select(container => Of(container, status, pulls, seen) with { Door = doors[container.Host].GetValueOrDefault(container.Name) })];
    }

    internal static ContainerLine Of(DesiredContainer container, ReconcileStatus status, PullState pulls, ContainerState seen)
    {
        // One edited since the last look is not judged yet.
        var owner = container.Equals(status.Judged.FindContainer(container.Id)) ? status.Of(container.Id) : null;
        var pull = ImageReference.TryParse(container.Image, out _) ? pulls.Find(container.Host, ImageReference.Parse(container.Image, container.Digest).Wanted) : null;
        // How far it is stands beside it, and newer than the last look's words.
        var explanation = pull is { IsGoing: true } ? $"Pulling {pull.Image}." : owner?.Explanation;
        var line = new ContainerLine(container, owner?.Phase ?? OwnerPhase.Pending, explanation, pull)
        {
            IsOver = seen.Hosts.FirstOrDefault(host => host.Name == container.Host)?.Find(container.Name) is { IsOver: true },
        };
        return line.IsDone ? line with { Explanation = "It ended without a failure, and is not started again by itself." } : line;
    }
}
