using System.Globalization;

namespace HomelabPortal.Simulator;

/// <summary>The command line of the simulator when it runs alone.</summary>
internal sealed record SimulatorArguments(SimulatedLabOptions Options, IReadOnlyList<string> Faults)
{
    public const string Usage =
        """
        Usage: dotnet run --project src/HomelabPortal.Simulator -- [options]
          --content reference|empty|fleet   what the lab holds (reference)
          --nodes N --pods M                the size of a fleet (4, 120)
          --port-kubernetes N               a free port when not given; the same for
          --port-cloudflare N --port-docker N --port-identity N
          --folder PATH                     where kubeconfig, ca.crt and kube.json are written
          --seed N                          makes another lab of the same kind (1)
          --still                           nothing changes on its own
        """;

    /// <summary>Reads all options and reports all their faults at once.</summary>
    public static SimulatorArguments Parse(IReadOnlyList<string> arguments)
    {
        var (options, faults) = (new SimulatedLabOptions(), new List<string>());
        var (content, nodes, pods) = ("reference", 4, 120);
        for (var at = 0; at < arguments.Count; at++)
        {
            var option = arguments[at];
            if (option == "--still")
            {
                options = options with { Lives = false };
                continue;
            }
            if (at + 1 == arguments.Count)
            {
                faults.Add(option.StartsWith("--", StringComparison.Ordinal) ? $"{option} is unknown or lacks its value." : $"{option} is not an option.");
                break;
            }
            var value = arguments[++at];
            switch (option)
            {
                case "--content": content = value; break;
                case "--nodes": nodes = Number(option, value, 1, faults); break;
                case "--pods": pods = Number(option, value, 0, faults); break;
                case "--port-kubernetes": options = options with { KubernetesPort = Port(option, value, faults) }; break;
                case "--port-cloudflare": options = options with { CloudflarePort = Port(option, value, faults) }; break;
                case "--port-docker": options = options with { DockerPort = Port(option, value, faults) }; break;
                case "--port-identity": options = options with { IdentityPort = Port(option, value, faults) }; break;
                case "--folder": options = options with { Folder = value }; break;
                case "--seed": options = options with { Seed = Number(option, value, 0, faults) }; break;
                default: faults.Add($"{option} is not an option."); break;
            }
        }
        if (content is not ("reference" or "empty" or "fleet")) faults.Add($"--content is {content}; it must be reference, empty or fleet.");
        if (faults.Count > 0) return new SimulatorArguments(options, faults);
        return new SimulatorArguments(options with
        {
            Content = content switch { "empty" => LabContent.Empty, "fleet" => LabContent.Fleet(nodes, pods), _ => LabContent.Reference },
        }, faults);
    }

    private static int Port(string option, string value, List<string> faults)
    {
        var port = Number(option, value, 0, faults);
        if (port > ushort.MaxValue) faults.Add($"{option} is {value}; it must be below 65536.");
        return port;
    }

    private static int Number(string option, string value, int least, List<string> faults)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
        faults.Add($"{option} is {value}; it must be a whole number of {least} or more.");
        return least;
    }
}
