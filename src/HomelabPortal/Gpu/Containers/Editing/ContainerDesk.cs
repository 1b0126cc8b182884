using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Judges wishes for containers, for the form and the API alike, and keeps their secrets with the edit.</summary>
internal sealed class ContainerDesk(
    IReadOnlyList<DockerHost> hosts, Live<ContainerState> live, ContainerSecrets secrets, DesiredIds ids, IOptions<ContainerOptions> options)
{
    /// <summary>A wish that was judged: a container, or what is wrong by member.</summary>
    internal sealed record Judged(DesiredContainer Container, ImmutableDictionary<string, string> Secrets, IReadOnlyDictionary<string, string> Faults);

    public Judged Judge(ContainerWish wish, string id, DesiredContainer? before, DesiredState state)
    {
        var adopted = wish.Adopt == true ? FindForeign(wish, state) : null;
        var (container, values) = ContainerReading.Read(wish, id, before, adopted, ids.NewSecret);
        var faults = new Dictionary<string, string>(ContainerChecks.Check(container, state.Containers, options.Value.BindRoots));
        if (values.Values.Any(WishMask.IsHiding))
            faults[ContainerFields.Variables] = $"A secret value has {Hidden.Mask} in it, where no value is known. Enter the value.";
        if (container.Host.Length > 0 && hosts.All(host => host.Name != container.Host))
            faults[ContainerFields.Host] = $"There is no Docker host {container.Host} in the settings.";
        if (wish.Adopt == true && adopted is null)
            faults[ContainerFields.Name] = $"There is no container {container.Name} on {container.Host} that could be taken over.";
        if (before is not null && (container.Host != before.Host || container.Name != before.Name))
            faults[ContainerFields.Name] = $"{before.Place} keeps its host and name. Make a new container and remove this one.";
        return new Judged(container, values, faults);
    }

    /// <summary>What is to be committed with the edit.</summary>
    public Func<PortalDbContext, CancellationToken, Task> Keeping(Judged judged) =>
        (context, cancellationToken) => secrets.KeepAsync(context, judged.Container, judged.Secrets, cancellationToken);

    private string? FindForeign(ContainerWish wish, DesiredState state) =>
        live.Current.Value.Hosts.FirstOrDefault(host => host.Name == wish.Host)?.Find(wish.Name ?? "") is { } there && there.Instance != state.Instance ? there.Id : null;
}
