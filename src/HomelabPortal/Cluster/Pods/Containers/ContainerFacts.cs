using HomelabPortal.Cluster.Facts;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>What there is to know of a container as its manifest describes it. Of variables only the names.</summary>
internal static class ContainerFacts
{
    public static IReadOnlyList<Fact> Of(Container container) => Fact.List(
        new Fact("Image", [new FactPart(container.Image, IsCode: true, Title: PullPolicy(container.ImagePullPolicy))]),
        Fact.IfAny("Ports", container.Ports.Select(Port)),
        Fact.IfAny("Starts when", ProbeWords.Of(container.StartupProbe)),
        Fact.IfAny("Ready when", ProbeWords.Of(container.ReadinessProbe)),
        Fact.IfAny("Restarted unless", ProbeWords.Of(container.LivenessProbe)),
        Fact.IfAny("Variables", container.Environment.Select(Variable).Concat(container.EnvironmentFrom.Select(Source))));

    private static FactPart Port(ContainerPort port)
    {
        var number = port.Protocol is "" or "TCP" ? $"{port.Number}" : $"{port.Number}/{port.Protocol}";
        var text = port.Name.Length > 0 ? $"{port.Name} {number}" : number;
        return new FactPart(port.HostPort > 0 ? $"{text} (port {port.HostPort} of its node)" : text);
    }

    private static FactPart Variable(EnvironmentVariable variable) => new(variable.Name, IsCode: true, Title: variable.ValueFrom switch
    {
        null => "written in the manifest",
        { SecretKeyRef: { } secret } => $"from secret {secret.Name}, key {secret.Key}",
        { ConfigMapKeyRef: { } map } => $"from config map {map.Name}, key {map.Key}",
        { FieldRef: { } field } => $"from the pod's own {field.FieldPath}",
        _ => "from the container's own resources",
    });

    private static FactPart Source(EnvironmentSource source)
    {
        var prefix = source.Prefix.Length > 0 ? $" as {source.Prefix}…" : "";
        return new FactPart(source switch
        {
            { SecretRef: { } secret } => $"all of secret {secret.Name}{prefix}",
            { ConfigMapRef: { } map } => $"all of config map {map.Name}{prefix}",
            _ => "others",
        });
    }

    private static string? PullPolicy(string policy) => policy switch
    {
        "Always" => "asked of its registry at every start",
        "Never" => "never pulled: it must be on the node",
        "IfNotPresent" => "pulled when the node does not have it",
        _ => null,
    };
}
