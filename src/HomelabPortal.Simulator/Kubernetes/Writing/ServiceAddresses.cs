namespace HomelabPortal.Simulator.Kubernetes.Writing;

/// <summary>Hands out cluster addresses and node ports, none of them twice.</summary>
internal sealed class ServiceAddresses
{
    private int _address;
    private int _port = 30_999;

    /// <summary>From the upper half of k3s's default range; the reference lab uses the lower.</summary>
    public string NextClusterAddress()
    {
        var next = Interlocked.Increment(ref _address);
        return $"10.43.{128 + next / 250 % 128}.{1 + next % 250}";
    }

    public int NextNodePort() => Interlocked.Increment(ref _port);
}
