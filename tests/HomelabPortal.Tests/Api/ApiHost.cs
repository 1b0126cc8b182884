using System.Net.Http.Headers;
using System.Text;
using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Lab;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Api;

/// <summary>The whole portal in the test's own process, on a simulated lab, with accounts and tokens made as the account page makes them.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly Portal _portal;
    private int _accounts;

    private ApiHost(PortalLab lab)
    {
        Lab = lab;
        _portal = new Portal(lab);
        Server = _portal.Services;
    }

    public PortalLab Lab { get; }

    public IServiceProvider Server { get; }

    public AccessStore Access => Server.GetRequiredService<AccessStore>();

    /// <summary>Ready when the lab has been read once.</summary>
    public static async Task<ApiHost> StartAsync()
    {
        var host = new ApiHost(await PortalLab.StartAsync());
        using var anyone = host.Anonymous();
        await Eventually.HoldsAsync(async () => (await anyone.GetAsync("/readyz")).IsSuccessStatusCode, () => "The portal is not ready.", TimeSpan.FromSeconds(60));
        return host;
    }

    /// <summary>A caller without any credential.</summary>
    public HttpClient Anonymous() => _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    public HttpClient With(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A program of somebody with this role; without scopes it gets all that the role can use.</summary>
    public async Task<HttpClient> WithTokenAsync(Role role, params string[] scopes) => With(await TokenAsync(role, scopes));

    public async Task<string> TokenAsync(Role role, params string[] scopes)
    {
        var actor = await SignInAsync(role);
        var usable = ScopeWords.All.Select(word => word.Scope).Where(scope => ScopeWords.WhyNot(scope, role) is null);
        var made = await Server.GetRequiredService<TokenActs>().MakeAsync(new TokenWish("ci", scopes.Length > 0 ? [.. scopes] : [.. usable], TimeSpan.FromDays(30)), actor, CancellationToken.None);
        return made.Text ?? throw new InvalidOperationException($"No token: {string.Join(' ', made.Faults.Values)}{made.Refusal?.Message}");
    }

    public async Task<Actor> SignInAsync(Role role)
    {
        var name = $"{role}{Interlocked.Increment(ref _accounts)}".ToLowerInvariant();
        var account = await Access.WriteAsync(
            async context =>
            {
                var row = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role };
                context.Users.Add(row);
                await context.SaveChangesAsync();
                return row;
            },
            CancellationToken.None);
        var session = await Server.GetRequiredService<SessionBook>().BeginAsync(account, "password", new RequestOrigin("127.0.0.1", "a test"), CancellationToken.None);
        return new Actor(name) { AccountId = account.Id, SessionId = session.Id };
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await Lab.DisposeAsync();
    }

    private sealed class Portal(PortalLab lab) : WebApplicationFactory<LabConnections>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseContentRoot(RepositoryFolder.Path);
            foreach (var (key, value) in lab.Settings)
                builder.UseSetting(key.Replace("__", ":", StringComparison.Ordinal), value);
            // How often one may ask is tested elsewhere; here it would only get in the way.
            builder.ConfigureTestServices(services => services.PostConfigure<RateLimiterOptions>(options => options.GlobalLimiter = null));
        }
    }
}
