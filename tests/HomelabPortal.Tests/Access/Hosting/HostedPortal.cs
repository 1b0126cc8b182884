using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Hosting;

/// <summary>
/// The whole portal on a lab of its own, in the test's process: the test sees what became of a request inside,
/// and makes people, sessions and tokens without walking through the pages.
/// </summary>
internal sealed class HostedPortal : IAsyncDisposable
{
    private readonly PortalLab _lab;
    private readonly WebApplicationFactory<PortalAddress> _factory;

    private HostedPortal(PortalLab lab, IReadOnlyDictionary<string, string> settings)
    {
        _lab = lab;
        _factory = new WebApplicationFactory<PortalAddress>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            foreach (var (key, value) in lab.Settings.Concat(settings))
                builder.UseSetting(key.Replace("__", ":", StringComparison.Ordinal), value);
        });
    }

    public IServiceProvider Services => _factory.Services;

    public PortalLab Lab => _lab;

    public static async Task<HostedPortal> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var portal = new HostedPortal(await PortalLab.StartAsync(), settings ?? new Dictionary<string, string>());
        _ = portal._factory.Server;
        return portal;
    }

    /// <summary>The same behind a real port, for what speaks over sockets; <see cref="SendAsync"/> does not reach it.</summary>
    public static async Task<HostedPortal> StartOnPortAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var portal = new HostedPortal(await PortalLab.StartAsync(), settings ?? new Dictionary<string, string>());
        portal._factory.UseKestrel(0);
        portal._factory.StartServer();
        return portal;
    }

    /// <summary>Where it listens, when it does.</summary>
    public Uri Address => _factory.ClientOptions.BaseAddress;

    /// <summary>Sends one request and returns it as it was when its answer began, with whom the portal took for its sender.</summary>
    public Task<HttpContext> SendAsync(Action<HttpContext> request, CancellationToken cancellationToken = default) =>
        _factory.Server.SendAsync(
            context =>
            {
                context.Request.Scheme = "http";
                context.Request.Host = new HostString("localhost");
                request(context);
            },
            cancellationToken);

    public Task<Account> AddAccountAsync(string name, Role role) => Services.GetRequiredService<AccessStore>().WriteAsync(
        async context =>
        {
            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role, CreatedAtTicks = Now.UtcTicks };
            context.Users.Add(account);
            await context.SaveChangesAsync();
            return account;
        },
        CancellationToken.None);

    public Task<SessionInfo> BeginSessionAsync(Account account) =>
        Services.GetRequiredService<SessionBook>().BeginAsync(account, "password", new RequestOrigin("", "a test"), CancellationToken.None);

    /// <summary>The Cookie header of a browser in that session.</summary>
    public async Task<string> CookieOfAsync(SessionInfo session, string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await context.SignInAsync(session, name);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>A token as its program carries it.</summary>
    public async Task<string> AddTokenAsync(Account account, DateTimeOffset expiresAt, params string[] scopes)
    {
        var text = TokenText.New();
        await Services.GetRequiredService<AccessStore>().WriteAsync(
            context =>
            {
                context.ApiTokens.Add(new ApiTokenRow
                {
                    Id = Guid.NewGuid().ToString("N")[..10],
                    AccountId = account.Id,
                    Name = "a test",
                    Hash = TokenText.HashOf(text),
                    LastFour = text[^4..],
                    Scopes = System.Text.Json.JsonSerializer.Serialize(scopes),
                    CreatedAtTicks = Now.UtcTicks,
                    ExpiresAtTicks = expiresAt.UtcTicks,
                });
                return context.SaveChangesAsync();
            },
            CancellationToken.None);
        return text;
    }

    /// <summary>Takes somebody out as if never there: with thousands of people the portal's own state would be what a test waits for.</summary>
    public Task ForgetAsync(string name) => Services.GetRequiredService<AccessStore>().WriteAsync(
        async context =>
        {
            if (await context.Users.SingleOrDefaultAsync(account => account.UserName == name) is not { } account)
                return 0;
            await context.Sessions.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync();
            await context.ApiTokens.Where(row => row.AccountId == account.Id).ExecuteDeleteAsync();
            context.Users.Remove(account);
            return await context.SaveChangesAsync();
        },
        CancellationToken.None);

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _lab.DisposeAsync();
    }
}
