using HomelabPortal.Access;
using HomelabPortal.Apps.Favourites;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Apps;

public sealed class FavouriteBookTests : IAsyncLifetime, IDisposable
{
    private static readonly Actor _ada = new("ada") { AccountId = "a1" };
    private readonly PortalDatabase _database = new();

    public async Task InitializeAsync()
    {
        await using var context = _database.CreateDbContext();
        await context.Database.MigrateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Marks_AreKeptForEachPersonAlone()
    {
        var book = new FavouriteBook(_database, _database.Writer);
        await book.SetAsync(_ada, "one", true, CancellationToken.None);
        await book.SetAsync(_ada, "two", true, CancellationToken.None);
        await book.SetAsync(_ada, "one", false, CancellationToken.None);

        Assert.Equal(["two"], await book.ReadAsync(_ada, CancellationToken.None));
        Assert.Empty(await book.ReadAsync(new Actor("bob") { AccountId = "b2" }, CancellationToken.None));
        Assert.Empty(await book.ReadAsync(new Actor("nobody"), CancellationToken.None));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[null, 3]")]
    [InlineData("null")]
    public async Task Marks_ThatCannotBeRead_AreNone(string stored)
    {
        await using (var context = _database.CreateDbContext())
        {
            context.Settings.Add(new SettingRow { Key = "apps.favourites.a1", Value = stored });
            await context.SaveChangesAsync();
        }

        Assert.Empty(await new FavouriteBook(_database, _database.Writer).ReadAsync(_ada, CancellationToken.None));
    }

    [Fact]
    public async Task Marks_BeyondTheBound_AreNotTaken()
    {
        var book = new FavouriteBook(_database, _database.Writer);
        for (var i = 0; i < 201; i++)
            await book.SetAsync(_ada, $"{i}", true, CancellationToken.None);

        Assert.Equal(200, (await book.ReadAsync(_ada, CancellationToken.None)).Count);
    }
}
