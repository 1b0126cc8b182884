using HomelabPortal.Access.Authority;

namespace HomelabPortal.Cluster.Acts;

/// <summary>What somebody asks to be done to one object of the cluster.</summary>
/// <param name="Kind">Such as "Deployment".</param>
/// <param name="Namespace">Empty for nodes.</param>
public abstract record ActWish(Act Act, string Kind, string Namespace, string Name)
{
    /// <summary>The button: "Restart sonarr".</summary>
    public abstract string Button { get; }

    /// <summary>The audit: "Restart Deployment media/sonarr".</summary>
    public abstract string Words { get; }

    /// <summary>"media/sonarr", or "node2".</summary>
    public string Key => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";

    /// <summary>"Deployment media/sonarr".</summary>
    public string Subject => $"{Kind} {Key}";

    public sealed record Restart(string Kind, string Namespace, string Name) : ActWish(Act.RestartWorkload, Kind, Namespace, Name)
    {
        public override string Button => $"Restart {Name}";

        public override string Words => $"Restart {Subject}";
    }

    public sealed record Scale(string Kind, string Namespace, string Name, int Replicas) : ActWish(Act.ScaleWorkload, Kind, Namespace, Name)
    {
        public override string Button => $"Scale {Name} to {Replicas}";

        public override string Words => $"Scale {Subject} to {Replicas}";
    }

    public sealed record RollBack(string Namespace, string Name, long Revision) : ActWish(Act.RollBack, "Deployment", Namespace, Name)
    {
        public override string Button => $"Roll {Name} back to revision {Revision}";

        public override string Words => $"Roll {Subject} back to revision {Revision}";
    }

    public sealed record DeletePod(string Namespace, string Name) : ActWish(Act.DeletePod, "Pod", Namespace, Name)
    {
        public override string Button => $"Delete {Name}";

        public override string Words => $"Delete {Subject}";
    }

    /// <summary>As a delete that heeds disruption budgets.</summary>
    public sealed record EvictPod(string Namespace, string Name) : ActWish(Act.DeletePod, "Pod", Namespace, Name)
    {
        public override string Button => $"Evict {Name}";

        public override string Words => $"Evict {Subject}";
    }

    public sealed record RunCronJob(string Namespace, string Name) : ActWish(Act.RunCronJob, "CronJob", Namespace, Name)
    {
        public override string Button => $"Run {Name} now";

        public override string Words => $"Run {Subject} now";
    }

    public sealed record SuspendCronJob(string Namespace, string Name, bool Suspend) : ActWish(Act.SuspendCronJob, "CronJob", Namespace, Name)
    {
        public override string Button => $"{(Suspend ? "Suspend" : "Resume")} {Name}";

        public override string Words => $"{(Suspend ? "Suspend" : "Resume")} {Subject}";
    }

    public sealed record CordonNode(string Name, bool Cordon) : ActWish(Act.CordonNode, "Node", "", Name)
    {
        public override string Button => $"{(Cordon ? "Cordon" : "Uncordon")} {Name}";

        public override string Words => $"{(Cordon ? "Cordon" : "Uncordon")} {Name}";
    }
}
