using System.Collections.Immutable;

namespace HomelabPortal.Apps.Pages;

/// <summary>The tiles as one person sees them: favourites on top, and only what matches the search.</summary>
internal sealed record AppShelf(ImmutableArray<AppGroup> Groups)
{
    public const string Favourites = "Favourites";

    public bool IsEmpty => Groups.IsEmpty;

    public LabApp? First => Groups.SelectMany(group => group.Apps).FirstOrDefault();

    /// <param name="text">Every word of it must be found somewhere on the tile.</param>
    public static AppShelf Of(AppState state, ImmutableHashSet<string> favourites, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var groups = state.Groups
            .Select(group => group with { Apps = [.. group.Apps.Where(app => words.All(app.Matches))] })
            .ToList();
        var marked = new AppGroup(Favourites, [.. groups.SelectMany(group => group.Apps).Where(app => favourites.Contains(app.Id))]);
        return new AppShelf(
        [
            .. groups.Select(group => group with { Apps = [.. group.Apps.Where(app => !favourites.Contains(app.Id))] })
                .Prepend(marked).Where(group => !group.Apps.IsEmpty),
        ]);
    }
}
