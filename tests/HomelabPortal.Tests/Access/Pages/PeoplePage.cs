using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Accounts.Passkeys;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Access.Pages;
using HomelabPortal.Access.Providers;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Sessions;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>A page about people, looked at by ada, with real accounts and sessions behind it.</summary>
internal sealed class PeoplePage : IAsyncDisposable
{
    private PeoplePage(SessionWorld world) => World = world;

    public UiContext Context { get; private init; } = default!;

    public SessionWorld World { get; }

    public Account Ada { get; private init; } = default!;

    public static async Task<PeoplePage> OpenAsync(Role role = Role.Admin)
    {
        var context = new UiContext();
        var world = await SessionWorld.OpenAsync(context.Clock);
        var ada = await world.AddAsync("ada", role, password: true);
        var me = await world.SignInAsync(ada);
        context.Person.SignIn(world.Store.Current.Sessions[me.SessionId!], "ada");
        context.Services.AddSingleton(world.Live);
        context.Services.AddSingleton(world.Authority);
        context.Services.AddSingleton(world.Acts);
        context.Services.AddSingleton(world.Store);
        var invitations = new InvitationBook(world.Store, world.Database, world.Clock);
        context.Services.AddSingleton(new AccountActs(new AccountChange(world.Runner, world.Store, world.Clock), world.Runner, invitations, world.Store));
        var codes = new RecoveryCodes(world.Store);
        var audit = new AuditLog(world.Database.Writer, world.Clock);
        context.Services.AddSingleton(codes);
        context.Services.AddSingleton(new OwnAccountActs(new AccountChange(world.Runner, world.Store, world.Clock), world.Runner, new PasswordHashing(), codes, audit));
        context.Services.AddSingleton(new PasskeyList(world.Database));
        context.Services.AddScoped<PasskeyScript>();
        context.Services.AddSingleton(new ProviderBook([]));
        context.SetRendererInfo(new RendererInfo("Server", true));
        return new PeoplePage(world) { Context = context, Ada = ada };
    }

    public AccountInfo? Find(string name) => World.Store.Current.Accounts.Values.SingleOrDefault(account => account.Name == name);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        World.Dispose();
    }
}
