using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Containers.Updates.Checking;

/// <summary>
/// Keeps <see cref="UpdateState"/> current: the images of each host whenever something happened there, and every few hours
/// what registries have for them, by asking through the host and without pulling. A host that is off is not asked.
/// </summary>
internal sealed partial class ImageWatch(
    IReadOnlyList<DockerHost> hosts, Live<DockerState> docker, DesiredStore desired, Live<UpdateState> live, IOptions<ContainerOptions> options, Random random,
    TimeProvider time, ILogger<ImageWatch> logger)
    : BackgroundService
{
    private readonly Lock _gate = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(hosts.Select(host => FollowAsync(host, stoppingToken)));

    /// <summary>Asks at once what the registry has for a wanted container.</summary>
    /// <exception cref="DesiredConflictException">There is nobody to ask; the message says why.</exception>
    public async Task CheckNowAsync(DesiredContainer container, CancellationToken cancellationToken)
    {
        var host = hosts.FirstOrDefault(candidate => candidate.Name == container.Host)
            ?? throw new DesiredConflictException($"There is no Docker host {container.Host} in the settings.");
        var image = ImageReference.Parse(container.Image).Followed
            ?? throw new DesiredConflictException($"{container.Image} is a digest alone, which never changes. Give it a tag to follow.");
        if (docker.Current.Value.Hosts.FirstOrDefault(state => state.Name == host.Name)?.Fault is { } fault)
            throw new DesiredConflictException($"{host.Name} cannot be reached: {fault}");
        await AskAsync(host, image, cancellationToken);
    }

    /// <summary>One round over a host: its images, and those whose turn it is.</summary>
    internal async Task LookAsync(DockerHost host, DockerHostState seen, CancellationToken cancellationToken)
    {
        if (seen.Fault is not null || seen.AsOf is null)
            return;
        var images = await host.Client.ListImagesAsync(cancellationToken);
        Publish(state => state with { Images = state.Images.SetItem(host.Name, [.. images]) });
        var followed = Followed(seen).ToHashSet(StringComparer.Ordinal);
        // What nobody follows any more is forgotten, so that an old answer never speaks of a new container.
        var forgotten = live.Current.Value.Findings.Keys.Where(key => key.Host == host.Name && !followed.Contains(key.Image)).ToList();
        if (forgotten.Count > 0)
            Publish(state => state with { Findings = state.Findings.RemoveRange(forgotten) });
        foreach (var image in followed)
        {
            if (live.Current.Value.Find(host.Name, image) is not { } known || known.NextAt <= time.GetUtcNow())
                await AskAsync(host, image, cancellationToken);
        }
    }

    private async Task FollowAsync(DockerHost host, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The list of containers is read again at least twice a minute while the host answers.
                await foreach (var state in docker.WatchAsync(stoppingToken))
                {
                    if (state.Value.Hosts.FirstOrDefault(candidate => candidate.Name == host.Name) is { } seen)
                        await TryAsync(host, seen, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TryAsync(DockerHost host, DockerHostState seen, CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(host, seen, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.NotLooked(logger, fault is DockerApiException ? null : fault, host.Name, fault is DockerApiException ? fault.Message : "It failed unexpectedly.");
        }
    }

    private async Task AskAsync(DockerHost host, string image, CancellationToken cancellationToken)
    {
        var before = live.Current.Value.Find(host.Name, image);
        var now = time.GetUtcNow();
        ImageFinding finding;
        try
        {
            var remote = await host.Client.InspectRemoteAsync(image, null, cancellationToken);
            finding = new ImageFinding(image, remote.Digest, now, now, now + Rest(null, 0));
        }
        catch (DockerApiException fault)
        {
            var (kind, failures) = (FindingFaults.Of(fault), (before?.Failures ?? 0) + 1);
            finding = new ImageFinding(image, before?.Digest, before?.At, now, now + Rest(kind, failures), kind, failures);
            Log.NotTold(logger, host.Name, image, fault.Message);
        }

        Publish(state => state with { Findings = state.Findings.SetItem(new PullKey(host.Name, image), finding) });
    }

    private IEnumerable<string> Followed(DockerHostState seen)
    {
        var wanted = desired.Current.Containers.Where(container => container.Host == seen.Name).ToDictionary(container => container.Name);
        foreach (var container in seen.Containers)
        {
            var own = wanted.GetValueOrDefault(container.Name);
            if (own is { Updates.Mode: UpdateMode.Off })
                continue;
            var reference = own is null ? VersionStandings.NamedIn(container) : ImageReference.TryParse(own.Image, out var parsed) ? parsed : null;
            var image = live.Current.Value.FindImage(seen.Name, container.ImageId);
            // One that was built on the host is in no registry, and its name may be anybody's there.
            if (reference?.Followed is { } followed && ImageDigests.In(reference.Repository, image?.RepoDigests) is not null)
                yield return followed;
        }
    }

    private TimeSpan Rest(FindingFault? fault, int failures)
    {
        lock (random)
            return FindingRest.After(fault, failures, options.Value.UpdateCheckInterval, random.NextDouble());
    }

    private void Publish(Func<UpdateState, UpdateState> change)
    {
        lock (_gate)
            live.Publish(change(live.Current.Value));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Images of Docker host {Host}: {Message} It is looked at again soon")]
        public static partial void NotLooked(ILogger logger, Exception? fault, string host, string message);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Docker host {Host} could not learn which version {Image} has in its registry: {Message}")]
        public static partial void NotTold(ILogger logger, string host, string image, string message);
    }
}
