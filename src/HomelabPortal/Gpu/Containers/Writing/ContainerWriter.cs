using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>
/// Carries out one step for one container of one host. Every step looks first, so that it may come twice;
/// whoever is stopped in the middle leaves what the next look can tell apart: which one bears the name, and which one is aside.
/// </summary>
internal sealed class ContainerWriter(DockerClient client, Change change, string instance, TimeProvider time)
{
    private static readonly TimeSpan _graceOfUnproved = TimeSpan.FromSeconds(3);
    private readonly ContainerChange _act = ContainerChange.Of(change);
    private readonly VersionKeeper _versions = new(client, change.OwnerId, time);

    /// <summary>Makes it and starts it; <paramref name="aside"/> serves again when that fails.</summary>
    public async Task<LedgerEntry> MakeAsync(
        DesiredContainer wanted, ContainerSpec spec, IReadOnlyList<ArchiveFile> files, string? aside, CancellationToken cancellationToken)
    {
        string? made = null;
        try
        {
            made = await CreateAsync(spec, cancellationToken);
            await FillAsync(made, files, cancellationToken);
            if (!wanted.IsStopped)
                await client.StartAsync(made, cancellationToken);
            return Entry(made, _act.Hash, aside);
        }
        catch (DockerApiException fault) when (fault.Kind is DockerErrorKind.ImageMissing)
        {
            // It was there when this was planned: prune took it. Nothing failed, so it is fetched and tried again.
            await BringBackAsync(aside, wanted.IsStopped, cancellationToken);
            throw;
        }
        catch (DockerApiException fault) when (IsGivenUp(fault, aside))
        {
            // A proxy that forbids a step, or a disk that is full, must not leave the host with neither.
            if (made is not null)
                await client.RemoveAsync(made, force: true, cancellationToken);
            return await GiveUpAsync(new FailedVersion(_act.Hash ?? "", fault.Message), aside, wanted, cancellationToken);
        }
    }

    /// <summary>Stops the one that bears the name and gives it the name of one that is put aside.</summary>
    public async Task<string> PutAsideAsync(string wantedImage, CancellationToken cancellationToken)
    {
        var current = await RequireCurrentAsync(cancellationToken);
        if (current.HostConfig?.AutoRemove == true)
            throw new TargetException(new TargetFault(FaultKind.NeedsPerson, $"Docker removes {_act.Host}/{_act.Name} as soon as it stops, so there would be nothing to go back to. Make it without --rm first."));
        if (IsOurs(current))
            await _versions.KeepAsync(current, wantedImage, cancellationToken);
        await client.StopAsync(current.Id, null, cancellationToken);
        await client.RenameAsync(current.Id, PreviousName.Of(_act.Name, current.Id), cancellationToken);
        return current.Id;
    }

    /// <summary>As <see cref="PutAsideAsync"/>, with nothing made in its place yet.</summary>
    public async Task<LedgerEntry> StepAsideAsync(string wantedImage, CancellationToken cancellationToken) =>
        new ContainerMemory(_act.Host, _act.Name, Previous: await PutAsideAsync(wantedImage, cancellationToken)).ToEntry(change, null);

    /// <summary>Removes a new one that was not proved. It gets little time to end: the one before it waits to serve again.</summary>
    public async Task RemoveCurrentAsync(CancellationToken cancellationToken)
    {
        var current = await RequireCurrentAsync(cancellationToken);
        await client.StopAsync(current.Id, _graceOfUnproved, cancellationToken);
        await client.RemoveAsync(current.Id, force: true, cancellationToken);
    }

    /// <param name="files">What one that never ran may still lack, since whoever made it may have been stopped before.</param>
    public async Task<LedgerEntry> StartAsync(DesiredContainer wanted, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        var current = await RequireCurrentAsync(cancellationToken);
        try
        {
            if (current.State?.Status is "created")
                await FillAsync(current.Id, files, cancellationToken);
            await client.StartAsync(current.Id, cancellationToken);
            // Also a version that was brought back, or one that is somebody else's again; what failed stays known.
            return IsOurs(current)
                ? new ContainerMemory(_act.Host, _act.Name, HashOf(current), time.GetUtcNow(), _act.PreviousId, _act.Failed).ToEntry(change, current.Id)
                : new ContainerMemory(_act.Host, _act.Name, Failed: _act.Failed).ToEntry(change, null);
        }
        catch (DockerApiException fault) when (_act.Failed is null && (_act.PreviousId is not null || current.State?.Status is "created") && IsGivenUp(fault, _act.PreviousId))
        {
            await client.RemoveAsync(current.Id, force: true, cancellationToken);
            return await GiveUpAsync(new FailedVersion(_act.Hash ?? "", fault.Message), _act.PreviousId, wanted, cancellationToken);
        }
    }

    public async Task<LedgerEntry> StopAsync(CancellationToken cancellationToken)
    {
        var current = await RequireCurrentAsync(cancellationToken);
        await client.StopAsync(current.Id, null, cancellationToken);
        // A version that was brought back is stopped as well, and what failed stays known.
        return new ContainerMemory(_act.Host, _act.Name, HashOf(current), time.GetUtcNow(), _act.PreviousId, _act.Failed, AwaitsStart: true).ToEntry(change, current.Id);
    }

    public async Task<LedgerEntry> RenameAsync(string containerId, CancellationToken cancellationToken)
    {
        await client.RenameAsync(containerId, _act.Name, cancellationToken);
        return Entry(containerId, _act.Hash, null);
    }

    /// <summary>Removes the one that was put aside; the new one is kept whatever it is.</summary>
    public async Task<LedgerEntry> FinishAsync(CancellationToken cancellationToken)
    {
        if (_act.PreviousId is { } previous && await client.InspectContainerAsync(previous, cancellationToken) is { } aside)
        {
            RequireAside(aside);
            await client.StopAsync(aside.Id, null, cancellationToken);
            await client.RemoveAsync(aside.Id, force: true, cancellationToken);
        }

        var serving = await client.InspectContainerAsync(_act.Name, cancellationToken);
        await _versions.TrimAsync(serving?.Image, cancellationToken);
        return Entry(_act.CurrentId, _act.Hash, null);
    }

    public async Task<LedgerEntry> QuietAsync(DesiredContainer wanted, CancellationToken cancellationToken)
    {
        if (_act.PreviousId is { } previous)
            await client.StopAsync(previous, null, cancellationToken);
        return new ContainerMemory(_act.Host, _act.Name, _act.Hash, time.GetUtcNow(), _act.PreviousId, AwaitsStart: wanted.IsStopped).ToEntry(change, _act.CurrentId);
    }

    public Task<LedgerEntry> RestoreAsync(DesiredContainer wanted, CancellationToken cancellationToken) => RestoreAsync(wanted, _act.Failed, cancellationToken);

    /// <param name="failed">What is given up, and why; null when nothing is.</param>
    public async Task<LedgerEntry> RestoreAsync(DesiredContainer wanted, FailedVersion? failed, CancellationToken cancellationToken)
    {
        if (_act.CurrentId is not null)
            await RemoveCurrentAsync(cancellationToken);
        return await GiveUpAsync(failed, _act.PreviousId, wanted, cancellationToken);
    }

    /// <summary>Stops and removes what is ours of it; volumes stay. What it was about to take over is given back.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var wasToRun = true;
        foreach (var id in new[] { _act.CurrentId, _act.PreviousId }.OfType<string>())
        {
            if (await client.InspectContainerAsync(id, cancellationToken) is not { } container)
                continue;
            if (!IsOurs(container))
            {
                await GiveBackAsync(container, wasToRun, cancellationToken);
                continue;
            }

            // One that was never started was to be stopped, as the foreign one was.
            wasToRun = container.State?.Status is not "created";
            await client.StopAsync(container.Id, null, cancellationToken);
            await client.RemoveAsync(container.Id, force: true, cancellationToken);
        }

        await _versions.ForgetAsync(cancellationToken);
    }

    private async Task GiveBackAsync(ContainerDetails foreign, bool isToRun, CancellationToken cancellationToken)
    {
        if (!IsAside(foreign))
            return;
        var (_, trouble) = await BringBackAsync(foreign.Id, !isToRun, cancellationToken);
        if (trouble is not null)
            throw new TargetException(new TargetFault(FaultKind.NeedsPerson, $"{_act.Host}/{_act.Name} bears its name again and could not be started: {trouble}"));
    }

    /// <summary>Where one is put aside every clear no counts: it serves again, and nothing is tried over and over while it is down.</summary>
    private static bool IsGivenUp(DockerApiException fault, string? aside) =>
        aside is null ? DockerFaults.IsAboutSpecification(fault) || fault.Kind is DockerErrorKind.AccessDenied : !DockerFaults.IsUncertain(fault);

    private Task FillAsync(string container, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken) =>
        files.Count == 0 ? Task.CompletedTask : client.PutFilesAsync(container, "/", files, cancellationToken);

    private async Task<string> CreateAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.CreateAsync(_act.Name, spec, cancellationToken)).Id;
        }
        catch (DockerApiException fault) when (fault.Kind is DockerErrorKind.NameConflict)
        {
            // Made by a step whose answer was lost; anything else by this name is not ours to touch.
            var there = await client.InspectContainerAsync(_act.Name, cancellationToken);
            return there is not null && IsOurs(there) && HashOf(there) == _act.Hash ? there.Id : throw Changed();
        }
    }

    /// <summary>Nothing of what failed is left; the one before it, if there was one, serves again.</summary>
    private async Task<LedgerEntry> GiveUpAsync(FailedVersion? failed, string? aside, DesiredContainer wanted, CancellationToken cancellationToken)
    {
        if (aside is null)
            return new ContainerMemory(_act.Host, _act.Name, Failed: failed).ToEntry(change, null);
        var (back, trouble) = await BringBackAsync(aside, wanted.IsStopped, cancellationToken);
        // What did not start is started by the next plan, which says what is in the way.
        var awaitsStart = back is not null && (wanted.IsStopped || trouble is not null);
        // One that was to be taken over is somebody else's again.
        return back is not null && IsOurs(back)
            ? new ContainerMemory(_act.Host, _act.Name, HashOf(back), time.GetUtcNow(), null, failed, awaitsStart).ToEntry(change, back.Id)
            : new ContainerMemory(_act.Host, _act.Name, Failed: failed, AwaitsStart: awaitsStart).ToEntry(change, null);
    }

    private async Task<(ContainerDetails? Back, string? Trouble)> BringBackAsync(string? aside, bool isStopped, CancellationToken cancellationToken)
    {
        if (aside is null || await client.InspectContainerAsync(aside, cancellationToken) is not { } previous)
            return (null, null);
        if (previous.Name?.TrimStart('/') != _act.Name)
            await client.RenameAsync(previous.Id, _act.Name, cancellationToken);
        if (isStopped)
            return (previous, null);
        try
        {
            await client.StartAsync(previous.Id, cancellationToken);
            return (previous, null);
        }
        catch (DockerApiException fault) when (!DockerFaults.IsUncertain(fault))
        {
            // It bears its name, and what failed stays known.
            return (previous, fault.Message);
        }
    }

    private async Task<ContainerDetails> RequireCurrentAsync(CancellationToken cancellationToken)
    {
        var current = await client.InspectContainerAsync(_act.Name, cancellationToken);
        return current is not null && current.Id == _act.CurrentId ? current : throw Changed();
    }

    /// <summary>By its name as well, since one that was taken over bears no mark of ours.</summary>
    private void RequireAside(ContainerDetails aside)
    {
        if (!IsAside(aside))
            throw Changed();
    }

    private bool IsAside(ContainerDetails container) => PreviousName.IsOf((container.Name ?? "").TrimStart('/'), _act.Name);

    private bool IsOurs(ContainerDetails container) =>
        container.Config?.Labels is { } labels
        && labels.GetValueOrDefault(ContainerLabels.Managed) == instance && labels.GetValueOrDefault(ContainerLabels.App) == change.OwnerId;

    private static string? HashOf(ContainerDetails container) => container.Config?.Labels?.GetValueOrDefault(ContainerLabels.SpecHash);

    private LedgerEntry Entry(string? id, string? hash, string? previous) =>
        new ContainerMemory(_act.Host, _act.Name, hash, time.GetUtcNow(), previous).ToEntry(change, id);

    private TargetException Changed() =>
        new(new TargetFault(FaultKind.Retry, $"{_act.Host}/{_act.Name} changed after the plan was made. Nothing more was done; it is planned afresh."));
}
