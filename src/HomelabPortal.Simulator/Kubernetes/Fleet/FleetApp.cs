namespace HomelabPortal.Simulator.Kubernetes.Fleet;

/// <summary>One app of the fleet; its number decides everything about it.</summary>
internal sealed record FleetApp(string Namespace, string Name, int Replicas, int Number)
{
    public string ReplicaSet => $"{Name}-{(uint)(Number + 1) * 2654435761u:x8}";

    public string DeploymentUid => $"00000000-0000-4000-8000-{Number:x12}";

    public string ReplicaSetUid => $"00000000-0000-4000-9000-{Number:x12}";

    public string PodName(int replica) => $"{ReplicaSet}-{(uint)(Number * 7 + replica + 1) * 2246822519u % 0x100000:x5}";
}
