using System.Net;
using System.Text.RegularExpressions;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>Pure: command, variables, ports and the health check.</summary>
internal static partial class ContentChecks
{
    private const int MostWords = 256;
    private const int MostLetters = 32 << 10;

    public static IEnumerable<FieldFault> Check(DesiredContainer container) =>
        StillHidden(container)
            .Concat(Words(ContainerFields.Command, container.Command))
            .Concat(Words(ContainerFields.Entrypoint, container.Entrypoint))
            .Concat(Variables(container))
            .Concat(Ports(container))
            .Concat(Health(container.Health));

    /// <summary>What was hidden where it was shown is no value of its own.</summary>
    private static IEnumerable<FieldFault> StillHidden(DesiredContainer container)
    {
        if (container.Command.Any(WishMask.IsHiding))
            yield return StillHidden(ContainerFields.Command, "The command");
        if (container.Entrypoint.Any(WishMask.IsHiding))
            yield return StillHidden(ContainerFields.Entrypoint, "The entry point");
        foreach (var variable in container.Variables.Where(variable => WishMask.IsHiding(variable.Value)))
            yield return StillHidden(ContainerFields.Variables, variable.Name);
        foreach (var label in container.Labels.Where(label => WishMask.IsHiding(label.Value)))
            yield return StillHidden(ContainerFields.Labels, $"The label {label.Key}");
        if (WishMask.IsHiding(container.Health?.Command))
            yield return StillHidden(ContainerFields.Health, "The command of the check");
    }

    private static FieldFault StillHidden(string field, string what) => new(field, $"{what} has {Hidden.Mask} where no value is known. Enter the value.");

    private static IEnumerable<FieldFault> Words(string field, IReadOnlyCollection<string> words)
    {
        if (words.Count > MostWords || words.Any(word => word.Length > MostLetters))
            yield return new(field, "It is too long.");
        if (words.Any(word => word.Contains('\0')))
            yield return new(field, "It has a character that no command can carry.");
    }

    private static IEnumerable<FieldFault> Variables(DesiredContainer container)
    {
        foreach (var variable in container.Variables)
        {
            if (!VariableName().IsMatch(variable.Name))
                yield return new(ContainerFields.Variables, $"“{variable.Name}” is not a variable's name: letters, digits and underscores, not beginning with a digit.");
            else if ((variable.Value is null) == (variable.Secret is null))
                yield return new(ContainerFields.Variables, $"{variable.Name} needs a value.");
            else if (variable.Value is { } value && (value.Length > MostLetters || value.Contains('\0')))
                yield return new(ContainerFields.Variables, $"The value of {variable.Name} is too long or has a character that none can carry.");
            else if (variable.Name == GpuParts.VisibleDevices && !container.IsUnsafe)
                yield return new(ContainerFields.Variables, $"{variable.Name} gives GPUs and other devices of the host past their lease. Ask for GPUs at “GPU” instead.");
            else if (variable is { IsFile: true, IsSecret: false })
                yield return new(ContainerFields.Variables, $"{variable.Name} can only be given as a file when it is a secret.");
        }

        foreach (var name in Twice(container.Variables.Select(variable => variable.Name)).Union(Twice(container.Variables.Select(Given))))
            yield return new(ContainerFields.Variables, $"{name} is there twice.");
    }

    /// <summary>The name that the container gets: a secret as a file is another variable.</summary>
    private static string Given(ContainerVariable variable) => variable.IsFile ? SecretFile.VariableOf(variable.Name) : variable.Name;

    private static IEnumerable<string> Twice(IEnumerable<string> names) => names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<FieldFault> Ports(DesiredContainer container)
    {
        foreach (var port in container.Ports)
        {
            if (!IPAddress.TryParse(port.Address, out var address) || address.ToString() != port.Address)
                yield return new(ContainerFields.Ports, $"“{port.Address}” is not an address. Give the one of the host in your network, or 127.0.0.1 for the host alone.");
            if (port.HostPort is < 1 or > 65535 || port.ContainerPort is < 1 or > 65535)
                yield return new(ContainerFields.Ports, "A port is a number from 1 to 65535.");
            if (port.Protocol is not ("tcp" or "udp"))
                yield return new(ContainerFields.Ports, "A port is tcp or udp.");
        }

        foreach (var twice in container.Ports.GroupBy(port => (port.Address, port.HostPort, port.Protocol)).Where(group => group.Count() > 1))
            yield return new(ContainerFields.Ports, $"Port {twice.Key.HostPort} of {twice.Key.Address} is there twice.");
    }

    private static IEnumerable<FieldFault> Health(HealthProbe? health)
    {
        if (health is null)
            yield break;
        if (health.Command.Length > MostLetters || health.Command.Contains('\0'))
            yield return new(ContainerFields.Health, "The command of the check is too long.");
        if (health.IntervalSeconds is < 1 or > 3600 || health.TimeoutSeconds is < 1 or > 600 || health.Retries is < 1 or > 100 || health.StartSeconds is < 0 or > 86_400)
            yield return new(ContainerFields.Health, "The check runs every 1 to 3600 seconds, may take 1 to 600, fails after 1 to 100 times, and may be given up to a day to begin.");
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.-]{0,254}\z")]
    private static partial Regex VariableName();
}
