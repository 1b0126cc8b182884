using HomelabPortal.Simulator;

namespace HomelabPortal.Lab;

/// <summary>The simulated lab, said in the same configuration keys a real one uses.</summary>
internal static class SimulatedLabSettings
{
    public static IEnumerable<KeyValuePair<string, string?>> Of(SimulatedLab lab)
    {
        yield return new("Kubernetes:Kubeconfig", lab.Kubernetes.KubeconfigPath);
        yield return new("Kubernetes:Context", null);
        yield return new("Cloudflare:ApiToken", lab.Cloudflare.Token);
        yield return new("Cloudflare:ApiTokenFile", null);
        yield return new("Cloudflare:AccountId", lab.Cloudflare.AccountId);
        yield return new("Cloudflare:BaseAddress", lab.Cloudflare.BaseAddress.ToString());
        // A second tunnel in the account is somebody else's, so the lab's own must be named.
        yield return new("Tunnels:Id", lab.CloudflareState.Tunnels[0].Id.ToString());
        yield return new("Hostnames:Resolver", lab.Edge.Resolver.ToString());
        yield return new("Hostnames:EdgeAddress", lab.Edge.Address);
        yield return new("Hostnames:EdgeAuthority", lab.Edge.CertificateAuthorityPath);
        yield return new("Ingress:AllowCrossNamespace", "true");
        for (var index = 0; index < lab.DockerHosts.Count; index++)
        {
            yield return new($"Docker:Hosts:{index}:Name", lab.DockerHosts[index].Name);
            yield return new($"Docker:Hosts:{index}:Address", lab.DockerHosts[index].Address.ToString());
            yield return new($"Docker:Hosts:{index}:LanAddress", lab.DockerHosts[index].LanAddress);
            if (lab.DockerStates[index].Gpus.Count > 0)
                yield return new($"Docker:Hosts:{index}:GpuProbeImage", "debian:stable-slim");
        }
    }
}
