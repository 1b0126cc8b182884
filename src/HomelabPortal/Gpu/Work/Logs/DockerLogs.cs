using System.Runtime.CompilerServices;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Logs;

/// <summary>The logs of containers of Docker hosts. One that is made anew under the same name goes on where the former ended.</summary>
internal sealed class DockerLogs(IReadOnlyList<DockerHost> hosts, Live<DockerState> live, KnownSecrets known, Random random, TimeProvider time) : ILogHouse
{
    public const string Kind = "Container";

    public bool Knows(LogRequest request) => request.Kind == Kind;

    public LogRefusal? WhyNot(LogRequest request)
    {
        if (Find(request.Namespace) is null)
            return new(StatusCodes.Status404NotFound, $"There is no Docker host {request.Namespace} in the settings.");
        if (request.Previous)
            return new(StatusCodes.Status422UnprocessableEntity, "Docker keeps all runs of a container in one log. Ask for it without previous.");
        return Sources(live.Current.Value, request).Count > 0 ? null : new(StatusCodes.Status404NotFound, $"{request.Namespace} has no container {request.Name} now.");
    }

    public async IAsyncEnumerable<IReadOnlyList<LogSource>> SourcesAsync(LogRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var state in live.WatchAsync(cancellationToken))
            yield return Sources(state.Value, request);
    }

    public Task FollowAsync(LogSource source, LogWish wish, Func<LogEvent, Task> tell, CancellationToken cancellationToken)
    {
        var host = Find(source.Namespace) ?? throw new InvalidOperationException("It was asked for though there is no such host.");
        var backoff = new Backoff(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(10), random);
        var log = new ContainerLog(host.Client, live, known, host.Name, source.Uid, time);
        return new DockerLogFollower(log, wish, backoff, time).RunAsync(tell, cancellationToken);
    }

    private static IReadOnlyList<LogSource> Sources(DockerState state, LogRequest request) =>
    [
        .. (state.Hosts.FirstOrDefault(host => host.Name == request.Namespace)?.Containers ?? [])
            .Where(container => container.Name == request.Name)
            .Select(container => new LogSource(request.Namespace, request.Namespace, container.Id, container.Name, IsInit: false)),
    ];

    private DockerHost? Find(string name) => hosts.FirstOrDefault(host => host.Name == name);
}
