using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster;

/// <summary>Small objects of the cluster for tests.</summary>
internal static class Objects
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    public static ObjectMeta Meta(string name, string ns = "media", params (string Key, string Value)[] labels) => new()
    {
        Name = name, Namespace = ns, Uid = $"{ns}/{name}", ResourceVersion = "1", CreationTimestamp = Now.AddDays(-4),
        Labels = CompactMap<string>.From(labels.Select(label => KeyValuePair.Create(label.Key, label.Value))),
    };

    public static Pod Pod(string name, ContainerStatus? status = null, string phase = "Running", string node = "node1") => new()
    {
        Metadata = Meta(name),
        Spec = new PodSpec { NodeName = node, Containers = [new Container { Name = "app", Image = "ghcr.io/example/app:1.0" }] },
        Status = new PodStatus
        {
            Phase = phase, StartTime = Now.AddDays(-4), PodIps = [new PodIp { Ip = "10.42.1.7" }],
            Conditions = [new Condition { Type = "Ready", Status = status?.Ready == true ? "True" : "False", LastTransitionTime = Now.AddMinutes(-30) }],
            ContainerStatuses = status is null ? [] : [status],
        },
    };

    public static ContainerStatus Running(int restarts = 0, DateTimeOffset? lastEnd = null) => new()
    {
        Name = "app", Ready = true, Started = true, RestartCount = restarts,
        State = new ContainerState { Running = new ContainerRunning { StartedAt = Now.AddDays(-1) } },
        LastState = new ContainerState { Terminated = lastEnd is null ? null : new ContainerTerminated { ExitCode = 1, FinishedAt = lastEnd } },
    };

    public static ContainerStatus Waiting(string reason, string message = "", int restarts = 0, ContainerTerminated? last = null) => new()
    {
        Name = "app", RestartCount = restarts,
        State = new ContainerState { Waiting = new ContainerWaiting { Reason = reason, Message = message } },
        LastState = new ContainerState { Terminated = last },
    };

    public static Pod CrashLooping(string name, string? replicaSet = null)
    {
        var pod = Pod(name, Waiting("CrashLoopBackOff", restarts: 14, last: new ContainerTerminated { ExitCode = 1, Reason = "Error", FinishedAt = Now.AddMinutes(-1) }));
        return pod with
        {
            Metadata = pod.Metadata with
            {
                CreationTimestamp = Now.AddMinutes(-20),
                OwnerReferences = replicaSet is null ? [] : [new OwnerReference { Kind = "ReplicaSet", Name = replicaSet, Controller = true }],
            },
            Status = pod.Status with { StartTime = Now.AddMinutes(-20) },
        };
    }

    public static Node Node(string name, string ready = "True", params Condition[] conditions) => new()
    {
        Metadata = Meta(name, ""),
        Status = new NodeStatus
        {
            Conditions = [new Condition { Type = "Ready", Status = ready, Message = "kubelet says so", LastTransitionTime = Now.AddMinutes(-5) }, .. conditions],
            Addresses = [new NodeAddress { Type = "InternalIP", Address = "10.0.0.141" }],
            Allocatable = CompactMap<Quantity>.From([new("cpu", Quantity.Parse("4")), new("memory", Quantity.Parse("8Gi")), new("pods", Quantity.Parse("110"))]),
        },
    };

    public static ClusterKind<T> Kind<T>(params T[] items)
        where T : class, IKubernetesObject => new(items.ToImmutableDictionary(item => item.Metadata.Key()), SourceStatus.Live);

    /// <summary>The state with the rows that the watcher would derive.</summary>
    public static ClusterState WithRows(this ClusterState state)
    {
        var pods = new PodTable();
        pods.Update(state.Pods.Items, state.Metrics.Pods, Now);
        state = state with { PodRows = pods.Rows, PodSummary = PodSummary.Of(pods.Rows) };
        return state with { NodeRows = NodeRows.Of(state, ImmutableDictionary<string, ImmutableArray<Usage?>>.Empty, [], Now) };
    }
}
