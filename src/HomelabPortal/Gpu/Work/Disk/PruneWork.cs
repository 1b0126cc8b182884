using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>
/// Removes what a plan names, one by one and never by force, after the disk was measured once more:
/// a plan that does not fit any more removes nothing, and what something has come to need meanwhile the engine refuses.
/// </summary>
internal sealed class PruneWork(IReadOnlyList<DockerHost> hosts, DiskReader reader, ActionRunner runner)
{
    /// <summary>What came of it: "3 images removed, 12.4 GiB freed".</summary>
    internal sealed record Done(ActionOutcome Outcome, string Said);

    /// <param name="tag">Of the plan that was shown.</param>
    /// <param name="typed">The host's name as it was typed, which volumes need.</param>
    public async Task<Done> RunAsync(string host, PruneScope scope, string tag, string? typed, Actor actor, CancellationToken cancellationToken)
    {
        var said = "";
        var outcome = await runner.RunAsync(
            Act.PruneHost,
            $"Remove unused {(scope == PruneScope.UnusedVolumes ? "volumes without a name" : "images")} of the Docker host {host}",
            actor,
            async token =>
            {
                if (scope == PruneScope.UnusedVolumes && typed != host)
                    throw new DesiredConflictException($"Volumes hold data. Type the name of the host, {host}, to remove them.");
                said = await RemoveAsync(host, scope, tag, token);
            },
            cancellationToken);
        return new Done(outcome, outcome.Fault ?? said);
    }

    private async Task<string> RemoveAsync(string host, PruneScope scope, string tag, CancellationToken cancellationToken)
    {
        var before = await MeasureAsync(host, cancellationToken);
        var plan = PrunePlan.Of(before, scope);
        if (plan.Tag != tag)
            throw new DesiredConflictException("What is unused has changed since it was shown. Look at it again.", isStale: true);
        var client = hosts.First(one => one.Name == host).Client;
        var (removed, refused) = (0, new List<string>());
        foreach (var item in plan.Items)
        {
            try
            {
                removed += await RemoveAsync(client, before, scope, item, cancellationToken) ? 1 : 0;
            }
            catch (DockerApiException fault) when (fault.Kind == DockerErrorKind.WrongState)
            {
                refused.Add(item.Title);
            }
            catch (DockerApiException fault)
            {
                throw new TargetException(DockerFaults.Of(fault), fault);
            }
        }

        var after = await MeasureAsync(host, cancellationToken);
        var freed = scope == PruneScope.UnusedVolumes ? before.VolumeBytes - after.VolumeBytes : before.LayerBytes - after.LayerBytes;
        var stayed = refused.Count > 0 ? $" The engine keeps these, since something uses them by now: {string.Join(", ", refused)}." : "";
        return $"{(plan with { Items = [.. plan.Items.Take(removed)] }).CountWords} removed, {RunWords.Bytes(Math.Max(0, freed))} freed.{stayed}";
    }

    private static async Task<bool> RemoveAsync(DockerClient client, HostDisk disk, PruneScope scope, PruneItem item, CancellationToken cancellationToken)
    {
        if (scope == PruneScope.UnusedVolumes)
            return await client.RemoveVolumeAsync(item.Id, cancellationToken);
        // An image goes with its last name; by its id it would need force when it has several.
        var names = disk.Images.First(image => image.Id == item.Id).Names;
        foreach (var name in names.IsEmpty ? [item.Id] : names)
            await client.RemoveImageAsync(name, force: false, cancellationToken);
        return true;
    }

    private async Task<HostDisk> MeasureAsync(string host, CancellationToken cancellationToken)
    {
        var reading = await reader.ReadAsync(host, cancellationToken);
        return reading.Value ?? throw new DesiredConflictException(reading.Message);
    }
}
