using System.Text.RegularExpressions;

namespace HomelabPortal.Testing;

/// <summary>The portal as its users run it: a process of its own with real Kestrel on a free loopback port.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    public const string AdminName = "owner";

    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _process;
    private readonly TemporaryFolder? _ownFolder;
    private bool _joined;

    private PortalProcess(ChildProcess process, Uri address, TemporaryFolder? ownFolder)
    {
        _process = process;
        _ownFolder = ownFolder;
        Address = address;
    }

    public Uri Address { get; }

    public string Log => _process.Output;

    public int ProcessId => _process.Id;

    /// <summary>
    /// Starts the portal on the simulated lab unless <paramref name="settings"/> (keys as environment variables, <c>Lab__Mode</c>) say otherwise.
    /// Without <c>Portal__DataDirectory</c> it gets a fresh folder, deleted at the end.
    /// </summary>
    public static Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string>? settings, CancellationToken cancellationToken) =>
        StartAsync(Assembly(), settings, cancellationToken);

    /// <summary>Starts a portal built or published elsewhere.</summary>
    /// <param name="assembly">The path of its HomelabPortal.dll.</param>
    public static async Task<PortalProcess> StartAsync(
        string assembly, IReadOnlyDictionary<string, string>? settings, CancellationToken cancellationToken)
    {
        var (environment, ownFolder) = EnvironmentOf(settings);
        var process = Launch(assembly, environment);
        try
        {
            var line = await process.WaitForLineAsync(line => Listening().IsMatch(line), _startTimeout, cancellationToken);
            return new PortalProcess(process, new Uri(Listening().Match(line).Groups[1].Value), ownFolder);
        }
        catch
        {
            await process.DisposeAsync();
            ownFolder?.Dispose();
            throw;
        }
    }

    /// <summary>Waits until /readyz says yes: the lab has been read once.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using (var response = await http.GetAsync("readyz", cancellationToken))
            {
                if (response.IsSuccessStatusCode)
                    return;
            }

            if (TimeProvider.System.GetElapsedTime(begun) > _startTimeout)
                throw new TimeoutException($"The portal is not ready after {_startTimeout.TotalSeconds:0} s. It printed:\n{Log}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>
    /// Signs in as the admin of a portal on a real lab, called "owner": with the setup link of its log at the first start on a data directory, afterwards with the password.
    /// </summary>
    public async Task<PortalPerson> AdminAsync(CancellationToken cancellationToken = default)
    {
        if (_joined)
            return await PortalPerson.SignInAsync(Address, AdminName, cancellationToken: cancellationToken);
        if (await FindSetupLinkAsync(cancellationToken) is not { } link)
            return await PortalPerson.SignInAsync(Address, AdminName, cancellationToken: cancellationToken);
        var admin = await PortalPerson.JoinAsync(Address, link, AdminName, cancellationToken: cancellationToken);
        _joined = true;
        return admin;
    }

    /// <summary>The path of the setup link in the log.</summary>
    public async Task<string> SetupLinkAsync(CancellationToken cancellationToken = default) =>
        await FindSetupLinkAsync(cancellationToken) ?? throw new InvalidOperationException($"There is no setup link in the log:\n{Log}");

    private async Task<string?> FindSetupLinkAsync(CancellationToken cancellationToken)
    {
        // It is written a moment after the portal listens, and only by one that has no admin yet.
        await Eventually.HoldsAsync(() => Setup().IsMatch(Log) || Log.Contains("Application started", StringComparison.Ordinal), () => Log, _startTimeout, cancellationToken);
        return Setup().Match(Log) is { Success: true } link ? link.Groups[1].Value : null;
    }

    /// <summary>Runs a portal that cannot start with <paramref name="settings"/> and returns how it ended.</summary>
    public static async Task<(int ExitCode, string Output)> FailAsync(
        IReadOnlyDictionary<string, string>? settings, CancellationToken cancellationToken, params string[] arguments)
    {
        var (environment, ownFolder) = EnvironmentOf(settings);
        using var folder = ownFolder;
        await using var process = Launch(Assembly(), environment, arguments);
        return (await process.WaitForExitAsync(_startTimeout, cancellationToken), process.Output);
    }

    /// <summary>Ends the portal without warning, as a crash or power cut would.</summary>
    public Task KillAsync() => _process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _ownFolder?.Dispose();
    }

    private static (Dictionary<string, string> Environment, TemporaryFolder? OwnFolder) EnvironmentOf(IReadOnlyDictionary<string, string>? settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Lab__Mode"] = "Simulated",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            environment[key] = value;
        if (environment.ContainsKey("Portal__DataDirectory"))
            return (environment, null);
        var ownFolder = new TemporaryFolder();
        environment["Portal__DataDirectory"] = ownFolder.Path;
        return (environment, ownFolder);
    }

    private static ChildProcess Launch(string assembly, Dictionary<string, string> environment, params string[] arguments)
    {
        // Where the settings file lies: at the root of the checkout, or beside a published portal.
        var folder = Directory.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "wwwroot"))
            ? Path.GetDirectoryName(assembly)
            : RepositoryFolder.Path;
        return ChildProcess.Start("dotnet", [assembly, .. arguments], environment, folder);
    }

    /// <summary>The portal's own build output in the configuration the tests were built in.</summary>
    private static string Assembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = RepositoryFolder.Combine("src", "HomelabPortal", "bin", output.Parent!.Name, output.Name, "HomelabPortal.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"The portal is not built: {path} is missing.", path);
    }

    [GeneratedRegex(@"(/setup/[\w-]+)")]
    private static partial Regex Setup();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
