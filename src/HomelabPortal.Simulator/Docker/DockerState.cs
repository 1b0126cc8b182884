using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>One Docker host: its images, its containers and what happens to them.</summary>
public sealed class DockerState(DockerHostFacts facts, TimeProvider time)
{
    private readonly List<SimulatedContainer> _containers = [];
    private readonly Dictionary<string, SimulatedExec> _execs = new(StringComparer.Ordinal);
    private int _lastNumber;

    public DockerHostFacts Facts { get; } = facts;

    /// <summary>Held while the host changes; commands hold it themselves.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Images that a container can be made from.</summary>
    public ImageShelf Images { get; } = new();

    /// <summary>What can be pulled.</summary>
    public SimulatedRegistry Registry { get; } = new();

    /// <summary>Cards of the machine, in the order of their numbers.</summary>
    public IReadOnlyList<SimulatedGpu> Gpus { get; } =
        [.. facts.GpuDevices.Where(device => device.Contains("=GPU-", StringComparison.Ordinal)).Select(device => new SimulatedGpu { Uuid = device[(device.IndexOf('=') + 1)..] })];

    /// <summary>The code nvidia-smi ends with while the driver of the host is not well; null while it is.</summary>
    public int? DriverFault { get; set; }

    public IReadOnlyList<SimulatedContainer> Containers
    {
        get { lock (Gate) return [.. _containers]; }
    }

    internal TimeProvider Time { get; } = time;

    internal EventLog Events { get; } = new();

    internal ISet<string> Volumes { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>Folders of the host that volumes stand for.</summary>
    internal Dictionary<string, string> VolumeFolders { get; } = new(StringComparer.Ordinal);

    /// <summary>A volume that somebody made with a folder of the host behind it.</summary>
    public void AddVolume(string name, string folder)
    {
        lock (Gate)
        {
            Volumes.Add(name);
            VolumeFolders[name] = folder;
        }
    }

    /// <summary>Finds by name, by id, or by the beginning of an id that fits only one container.</summary>
    public SimulatedContainer? Find(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        lock (Gate)
        {
            var name = reference.TrimStart('/');
            return _containers.Find(container => container.Id == name || container.Name == name)
                ?? (name.Length > 0 && _containers.FindAll(container => container.Id.StartsWith(name, StringComparison.Ordinal)) is [var only] ? only : null);
        }
    }

    internal SimulatedContainer Require(string reference) => Find(reference) ?? throw DockerErrors.NoSuchContainer(reference);

    public SimulatedContainer Create(string? name, JsonObject sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        lock (Gate)
        {
            var config = ContainerDefaults.Config(sent);
            var hostConfig = ContainerDefaults.HostConfig(sent["HostConfig"] as JsonObject ?? []);
            var id = StableId.Hex($"{Facts.Name}/container/{++_lastNumber}", 64);
            if (name is not null) CreateRules.CheckName(name);
            CreateRules.CheckHostConfig(hostConfig);
            var reference = (string)config["Image"]!;
            var image = Images.Find(reference) ?? throw DockerErrors.NoSuchImage(ImageName.WithTag(reference));
            name ??= "quiet_" + StableId.Suffix(id, 6);
            if (_containers.Find(container => container.Name == name) is { } other) throw DockerErrors.NameTaken(name, other.Id);
            if ((string)config["Hostname"]! is "") config["Hostname"] = id[..12];
            var created = new SimulatedContainer(id, name, config, hostConfig, Time.GetUtcNow())
            {
                Address = $"172.17.0.{2 + _containers.Count}", ImageId = image.Id, IsSick = image.IsSick,
            };
            created.MadeUpVolumes = MadeUp(created, image);
            _containers.Add(created);
            foreach (var volume in VolumesOf(created)) Volumes.Add(volume);
            Publish(created, "create");
            return created;
        }
    }

    internal void Rename(SimulatedContainer container, string name)
    {
        lock (Gate)
        {
            if (name is "") throw DockerErrors.EmptyRename();
            name = name.TrimStart('/');
            CreateRules.CheckName(name);
            if (_containers.Find(other => other.Name == name) is { } taken) throw DockerErrors.RenameTaken(name, taken.Id);
            var old = container.Name;
            container.Name = name;
            Publish(container, "rename", ("oldName", "/" + old));
        }
    }

    internal void Remove(SimulatedContainer container, bool force)
    {
        lock (Gate)
        {
            if (container.IsRunning)
            {
                if (!force) throw DockerErrors.RemoveRunning(container.Id);
                ContainerLife.Kill(this, container, 9);
            }
            container.Logs.End();
            _containers.Remove(container);
            container.NoteRemoval();
            Publish(container, "destroy");
        }
    }

    internal SimulatedExec AddExec(SimulatedContainer container, IReadOnlyList<string> command, bool hasTerminal, bool takesInput)
    {
        lock (Gate)
        {
            var exec = new SimulatedExec(StableId.Hex($"{Facts.Name}/exec/{++_lastNumber}", 64), container, [.. command], hasTerminal, takesInput);
            _execs[exec.Id] = exec;
            return exec;
        }
    }

    internal SimulatedExec? FindExec(string id)
    {
        lock (Gate) return _execs.GetValueOrDefault(id);
    }

    /// <summary>Processes that compute on a card. All programs of a host share its first.</summary>
    internal IReadOnlyList<GpuProcess> GpuProcesses(SimulatedGpu gpu)
    {
        lock (Gate)
        {
            var own = gpu.HostProcess is { } outside ? new[] { outside } : [];
            return gpu != Gpus[0] ? own : [.. _containers.Select(container => container.GpuProcess).OfType<GpuProcess>(), .. own];
        }
    }

    internal int UsedGpuMemory(SimulatedGpu gpu) => gpu.OverheadMiB + GpuProcesses(gpu).Sum(process => process.MemoryMiB);

    internal IReadOnlyList<SimulatedContainer> UsersOf(string volume)
    {
        lock (Gate) return _containers.FindAll(container => VolumesOf(container).Contains(volume));
    }

    /// <summary>A volume for each path that the image wants one at and nothing is mounted on.</summary>
    private static Dictionary<string, string> MadeUp(SimulatedContainer container, SimulatedImage image)
    {
        var taken = MountDocuments.Of(container).Select(mount => (string?)mount?["Destination"]).ToHashSet();
        return image.Volumes.Where(path => !taken.Contains(path)).ToDictionary(path => path, path => StableId.Hex($"{container.Id}/volume/{path}", 64));
    }

    private static IEnumerable<string> VolumesOf(SimulatedContainer container) =>
        MountDocuments.Of(container).OfType<JsonObject>().Select(mount => (string?)mount["Name"]).OfType<string>().Where(name => name.Length > 0);

    internal void Publish(SimulatedContainer container, string action, params ReadOnlySpan<(string Key, string Value)> more)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["image"] = container.Image, ["name"] = container.Name };
        foreach (var (key, value) in container.Config["Labels"] as JsonObject ?? []) attributes.TryAdd(key, (string?)value ?? "");
        foreach (var (key, value) in more) attributes[key] = value;
        Events.Publish(new EngineEvent(Time.GetUtcNow(), action, container.Id, attributes));
    }
}
