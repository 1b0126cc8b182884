using System.Net.Http.Json;
using System.Text.Json;
using HomelabPortal.Access;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Platform;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Testing.Circuits;
using HomelabPortal.Tests.Lab;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Secrets.Canaries;

/// <summary>A portal full of secrets is driven through everything it does; none of them comes out anywhere.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class CanaryTests : IAsyncLifetime
{
    private static readonly string[] _pages =
    [
        "/", "/account", "/activity", "/activity?tab=applies", "/activity?tab=audit", "/cluster/ingress", "/cluster/nodes", "/cluster/pods",
        "/exposures", "/exposures/new", "/settings", "/settings?tab=sessions", "/settings?tab=record", "/settings?tab=backups", "/not-allowed",
    ];

    private static readonly string[] _calls =
        ["me", "lab", "nodes", "pods", "ingress", "docker-hosts", "exposures", "records", "plan", "applies", "audit", "policy", "openapi.json"];

    private readonly Harvest _harvest = new();
    private PlantedLab? _planted;

    private PlantedLab Planted => _planted!;

    private CanaryScan Scan => Planted.Scan;

    public async Task InitializeAsync() => _planted = await PlantedLab.StartAsync();

    public Task DisposeAsync() => Planted.DisposeAsync().AsTask();

    [Fact]
    public async Task Secrets_AllOfThem_ComeOutNowhere()
    {
        Planted.Lab.Settings["Logging__LogLevel__Default"] = "Trace";
        Planted.Lab.Settings["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace";
        Planted.Lab.Settings["Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace";
        Planted.Lab.Settings["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Trace";
        Planted.Lab.Settings["Logging__LogLevel__System.Net.Http"] = "Trace";
        var setup = await FirstStartAsync();
        var token = await PlantInDatabaseAsync();

        var portal = await Planted.Lab.StartPortalAsync();
        await using (portal)
            await DriveAsync(portal, token);
        _harvest.Add("log", portal.Log);
        ReadFiles();

        Assert.True(Scan.Count >= 40, $"Only {Scan.Count} secrets were planted.");
        Assert.True(_harvest.Bytes > 1_000_000, $"Only {_harvest.Bytes} bytes came out.");
        Assert.Equal([], _harvest.Hits(Scan));
        AssertControl(setup);
    }

    private async Task DriveAsync(PortalProcess portal, string token)
    {
        await portal.ReadyAsync(CancellationToken.None);
        using var admin = await portal.AdminAsync();
        Scan.Plant("session cookie", admin.CookiePairs.Single(cookie => cookie.Name == "portal").Value);
        await SignInWronglyAsync(portal);
        await CallAsync(portal, token);
        await BreakAsync(portal, token);
        await LookAsync(portal, admin);
        await TakeAlongAsync(portal, admin);
    }

    /// <summary>The first start with its setup link, which is in its log once, and nowhere else.</summary>
    private async Task<string> FirstStartAsync()
    {
        Scan.Plant("password", PortalPerson.Password);
        await using var portal = await Planted.Lab.StartPortalAsync();
        using var admin = await portal.AdminAsync();
        using var people = new PortalPeople(admin, await admin.InviteAsync("Operator", "olga"), await admin.InviteAsync("Viewer", "victor"));
        using var invited = await admin.PostAsync("/_portal/invitations", new { role = "Viewer" });
        var link = (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString() ?? "";
        Scan.Plant("invitation link", link[(link.LastIndexOf('/') + 1)..]);
        var setup = portal.Log.Split("/setup/")[1].Split(' ')[0];
        Assert.Equal(2, portal.Log.Split(setup).Length);
        _harvest.Add("log of the first start", portal.Log.Replace(setup, "", StringComparison.Ordinal));
        Scan.Plant("setup link", setup);
        Scan.Plant("cookie of the first session", admin.CookiePairs.Single(cookie => cookie.Name == "portal").Value);
        Scan.Plant("cookie of an operator", people.Operator.CookiePairs.Single(cookie => cookie.Name == "portal").Value);
        return setup;
    }

    /// <summary>What is made through pages only: tokens, recovery codes, what a provider gave.</summary>
    private async Task<string> PlantInDatabaseAsync()
    {
        using var world = await SecretsWorld.StartAsync(Planted.Lab.DataDirectory);
        Scan.Plant("master key", Convert.FromBase64String(world.Master.Current.ToFileLine()));
        Scan.Plant("master key as in its file", world.Master.Current.ToFileLine());
        Scan.Plant("data key", world.Keys.Current);
        var access = new AccessStore(world.Database, world.Database.Writer, new Live<AccessState>(AccessState.Empty, TimeProvider.System));
        await using var context = world.Database.CreateDbContext();
        var owner = await context.Users.SingleAsync(row => row.Role == Role.Admin);
        foreach (var (index, code) in (await new RecoveryCodes(access).RenewAsync(owner.Id, CancellationToken.None)).Index())
            Scan.Plant($"recovery code {index}", code);
        var (text, now) = (TokenText.New(), TimeProvider.System.GetUtcNow());
        Scan.Plant("API token", text);
        string[] scopes = ["lab:read", "audit:read", "exposures:write", "records:write", "policy:write", "applies:write"];
        context.ApiTokens.Add(new ApiTokenRow
        {
            Id = "canarytoken1", AccountId = owner.Id, Name = "ci", Hash = TokenText.HashOf(text), LastFour = text[^4..], Scopes = JsonSerializer.Serialize(scopes),
            CreatedAtTicks = now.UtcTicks, ExpiresAtTicks = now.AddDays(1).UtcTicks,
        });
        foreach (var row in await context.Sessions.ToListAsync())
            row.ProviderTokens = world.Vault.Protect(Planted.New($"provider token {row.Id[..4]}"), HomelabPortal.Secrets.SecretPlace.ProviderTokens(row.Id));
        await context.SaveChangesAsync();
        return text;
    }

    private async Task SignInWronglyAsync(PortalProcess portal)
    {
        using var stranger = PortalPerson.Stranger(portal.Address);
        foreach (var (name, password) in ((string, string)[])[("owner", Planted.New("wrong password")), (Planted.New("password typed as a name"), "x"), ("nobody", Planted.New("password of nobody"))])
        {
            using var response = await stranger.TrySubmitAsync("/sign-in", new() { ["Name"] = name, ["Password"] = password });
            // The page gives back the name that was typed, to the person who typed it.
            _harvest.Add("sign-in page", (await response.Content.ReadAsStringAsync()).Replace(name, "", StringComparison.Ordinal));
        }

        foreach (var header in (string[])["Cf-Access-Jwt-Assertion", "Authorization", "Cookie"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address, "/api/v1/me"));
            request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? $"Bearer {Planted.New("garbage bearer")}" : $"portal={Planted.New($"garbage {header}")}");
            using var response = await stranger.Http.SendAsync(request);
            await _harvest.AddAsync($"answer to a garbage {header}", response);
        }
    }

    private async Task CallAsync(PortalProcess portal, string token)
    {
        using var http = Program(portal, token);
        foreach (var call in _calls)
        {
            using var response = await http.GetAsync(new Uri($"/api/v1/{call}", UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, $"{call} answered {(int)response.StatusCode}.");
            await _harvest.AddAsync($"API {call}", response);
        }
    }

    /// <summary>Systems that repeat the Authorization header in their errors, while something is to be written to them.</summary>
    private async Task BreakAsync(PortalProcess portal, string token)
    {
        using var http = Program(portal, token);
        var fault = Planted.Lab.Lab.Faults.Add(FaultMatch.Any, new FaultEffect.Status(403) { Echoes = true });
        using var created = await http.PostAsJsonAsync("/api/v1/exposures", new { hostname = "canary.cowlab.org", backend = new { kind = "service", @namespace = "media", service = "jellyseerr", port = "http" } });
        await _harvest.AddAsync("API answer while everything fails", created);
        using var looked = await http.PostAsync(new Uri("/api/v1/looks", UriKind.Relative), null);
        await Eventually.HoldsAsync(() => fault.Hits > 10, () => $"Only {fault.Hits} calls were struck.", TimeSpan.FromSeconds(60));
        await CallAsync(portal, token);
        using var admin = await portal.AdminAsync();
        foreach (var page in _pages)
            await _harvest.AddAsync($"page {page} while everything fails", await admin.Http.GetAsync(page));
        Planted.Lab.Lab.Faults.Clear();
    }

    /// <summary>Every page, as it is first sent and as its circuit draws it.</summary>
    private async Task LookAsync(PortalProcess portal, PortalPerson admin)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        foreach (var page in _pages.Append("/cluster/pods/" + FirstPod()))
        {
            using var response = await admin.Http.GetAsync(page);
            await _harvest.AddAsync($"page {page}", response);
            using var batches = new MemoryStream();
            await using (await RawCircuit.OpenAsync(http, portal.Address, page, admin.CookieHeader, CancellationToken.None, batches))
            {
            }

            Assert.True(batches.Length > 0, $"{page} drew nothing.");
            _harvest.Add($"render batches of {page}", batches.ToArray());
        }
    }

    private async Task TakeAlongAsync(PortalProcess portal, PortalPerson admin)
    {
        foreach (var format in (string[])["csv", "jsonl"])
            Assert.Contains("Sign in", await _harvest.AddAsync($"export as {format}", await admin.Http.GetAsync($"/audit/export?format={format}")), StringComparison.Ordinal);
        var name = await MakeBackupAsync();
        using var backup = await admin.Http.GetAsync($"/backups/{name}");
        Assert.StartsWith("SQLite format 3", await _harvest.AddAsync("backup", backup), StringComparison.Ordinal);
        Assert.Equal(0, (await PortalProcess.FailAsync(Planted.Lab.Settings, CancellationToken.None, "help")).ExitCode);
        Assert.NotEqual(0, portal.ProcessId);
    }

    /// <summary>As the portal makes them, beside it.</summary>
    private async Task<string> MakeBackupAsync()
    {
        var name = "portal-20260101-000000.db";
        var folder = Directory.CreateDirectory(Path.Combine(Planted.Lab.DataDirectory, "backups")).FullName;
        var database = new Desired.PortalDatabase(Planted.Lab.DataDirectory);
        await using var context = database.CreateDbContext();
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(folder, name)}");
        return name;
    }

    private void ReadFiles()
    {
        foreach (var file in Directory.GetFiles(Planted.Lab.DataDirectory, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "master.key"))
            _harvest.Add($"file {Path.GetRelativePath(Planted.Lab.DataDirectory, file)}", File.ReadAllBytes(file));
        Assert.Contains("file portal.db", _harvest.Places);
    }

    /// <summary>The scan would have found something: what belongs into the harvest is found in it.</summary>
    private void AssertControl(string setup)
    {
        var control = new CanaryScan();
        control.Plant("a hostname", "canary.cowlab.org");
        var places = string.Join('\n', _harvest.Hits(control));
        foreach (var place in (string[])["API exposures", "page /exposures", "render batches of /exposures", "export as csv", "backup", "file portal.db"])
            Assert.Contains(place, places, StringComparison.Ordinal);
        _harvest.Add("control", $"{{\"link\":\"/setup/{setup}\"}}");
        Assert.StartsWith("control: setup link", Assert.Single(_harvest.Hits(Scan)), StringComparison.Ordinal);
    }

    private string FirstPod()
    {
        var pod = Planted.Lab.Lab.KubernetesStore.List("", "pods")[0]["metadata"];
        return $"{(string?)pod?["namespace"]}/{(string?)pod?["name"]}";
    }

    private static HttpClient Program(PortalProcess portal, string token)
    {
        var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        return http;
    }
}
