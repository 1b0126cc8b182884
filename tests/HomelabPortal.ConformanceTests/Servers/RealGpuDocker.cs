using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>
/// A second daemon of the tests' own, set up as on a machine with two cards: the toolkit's hook is in its PATH and its runtime is known.
/// Both, and nvidia-smi, are scripts in Servers/FakeGpu. A daemon looks for the hook once at its start, so it is not the one without.
/// </summary>
public sealed class RealGpuDocker : RealDocker
{
    internal static readonly IReadOnlyList<string> Cards = ["GPU-5f1d2c3a-0b17-4e0e-9a51-3c90aa0e0001", "GPU-5f1d2c3a-0b17-4e0e-9a51-3c90aa0e0002"];
    private string _toolkit = "";

    /// <summary>Whether the driver of the host is loaded; the hook fails while it is not.</summary>
    internal bool HasDriver
    {
        set
        {
            var fault = Path.Combine(_toolkit, "driver-fault");
            if (value)
                File.Delete(fault);
            else
                File.WriteAllText(fault, "");
        }
    }

    private protected override (IReadOnlyList<string> Options, IReadOnlyDictionary<string, string>? Environment) SetUp(string folder)
    {
        _toolkit = Directory.CreateDirectory(Path.Combine(folder, "toolkit")).FullName;
        foreach (var script in Directory.GetFiles(RepositoryFolder.Combine("tests", "HomelabPortal.ConformanceTests", "Servers", "FakeGpu")))
        {
            var copy = Path.Combine(_toolkit, Path.GetFileName(script));
            File.Copy(script, copy);
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var path = new Dictionary<string, string> { ["PATH"] = $"{_toolkit}:{Environment.GetEnvironmentVariable("PATH")}" };
        return (["--add-runtime", $"nvidia={Path.Combine(_toolkit, "nvidia-container-runtime")}"], path);
    }
}
