using System.Text.RegularExpressions;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Architecture;

namespace HomelabPortal.Tests.Deploy;

/// <summary>The list that the proxy of a GPU machine goes by: every call of the client, and none that makes a container unnecessary for taking the machine.</summary>
public sealed partial class GpuHostAllowlistTests
{
    private static readonly IReadOnlyList<(string Method, Regex Path)> _list =
    [
        .. File.ReadAllLines(RepositoryFolder.Combine("deploy", "gpu-host", "allowlist.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], new Regex($@"\A(?:{parts[1]})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))),
    ];

    [Fact]
    public void Calls_OfTheClient_AreAllOnTheList()
    {
        var calls = Calls().ToList();

        Assert.Equal([], calls.Where(call => !IsAllowed(call.Method, call.Path)).Select(call => $"{call.Method} {call.Path}"));
        Assert.True(calls.Count > 25, $"Only {calls.Count} calls were read; the test no longer understands the client's source.");
    }

    [Fact]
    public void Lines_OfTheList_AreAllCalled()
    {
        var calls = Calls().Append(("GET", "_ping")).Append(("HEAD", "_ping")).ToList();

        Assert.Equal([], _list.Where(line => !calls.Any(call => call.Item1 == line.Method && line.Path.IsMatch(call.Item2))).Select(line => $"{line.Method} {line.Path}"));
    }

    [Theory]
    [InlineData("POST", "build")]
    [InlineData("POST", "commit")]
    [InlineData("POST", "swarm/init")]
    [InlineData("POST", "plugins/pull")]
    [InlineData("POST", "plugins/x/enable")]
    [InlineData("POST", "secrets/create")]
    [InlineData("GET", "secrets")]
    [InlineData("POST", "configs/create")]
    [InlineData("POST", "services/create")]
    [InlineData("POST", "networks/create")]
    [InlineData("POST", "networks/x/connect")]
    [InlineData("DELETE", "networks/x")]
    [InlineData("POST", "volumes/create")]
    [InlineData("POST", "containers/x/attach")]
    [InlineData("GET", "containers/x/attach/ws")]
    [InlineData("GET", "containers/x/archive")]
    [InlineData("HEAD", "containers/x/archive")]
    [InlineData("GET", "containers/x/export")]
    [InlineData("GET", "images/x/get")]
    [InlineData("POST", "images/load")]
    [InlineData("POST", "images/x/push")]
    [InlineData("POST", "containers/prune")]
    [InlineData("POST", "session")]
    [InlineData("POST", "grpc")]
    [InlineData("PUT", "containers/x/json")]
    [InlineData("GET", "containers/x/json/../../../build")]
    public void Calls_ThatThePortalNeverMakes_AreNotOnTheList(string method, string path) => Assert.False(IsAllowed(method, path));

    private static bool IsAllowed(string method, string path) => _list.Any(line => line.Method == method && line.Path.IsMatch(path));

    /// <summary>Every call as the source writes it; one that cannot be read here fails by not being a path that is allowed.</summary>
    private static IEnumerable<(string Method, string Path)> Calls() =>
        SourceTree.Files("HomelabPortal.Docker", ".cs")
            .Where(file => !file.Path.Contains("Transport", StringComparison.Ordinal))
            .SelectMany(file => Call().Matches(file.Text))
            .Select(match => (match.Groups["method"].Value.ToUpperInvariant(), Plain(match.Groups["path"].Value)));

    private static string Plain(string path)
    {
        var named = path.Replace("{Container(container)}", "containers/x", StringComparison.Ordinal).Replace("{Image(image)}", "images/a/b:c", StringComparison.Ordinal)
            .Replace("{Volume(volume)}", "volumes/x", StringComparison.Ordinal).Replace("{Name(image)}", "a/b:c", StringComparison.Ordinal)
            .Replace("Volume(volume)", "volumes/x", StringComparison.Ordinal);
        return Hole().Replace(named.Split('?')[0], "x") is var plain && plain is "containers/createx" ? "containers/create" : StopGrace().Replace(plain, "");
    }

    [GeneratedRegex("""new DockerCall\(\s*HttpMethod\.(?<method>\w+),\s*(?:\$?"(?<path>[^"]*)"|(?<path>Volume\(volume\)))""")]
    private static partial Regex Call();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    /// <summary>What stands behind these two is a query.</summary>
    [GeneratedRegex("(?<=/(?:stop|restart|logs|prune))x$")]
    private static partial Regex StopGrace();
}
