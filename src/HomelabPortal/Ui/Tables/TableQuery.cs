using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace HomelabPortal.Ui.Tables;

/// <summary>Filter and order of a table as they stand in the address, so that a link or the back button brings them back.</summary>
public readonly record struct TableQuery(string Filter, string? SortKey, bool Descending)
{
    public static TableQuery Read(string uri, string prefix)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var sort = query.TryGetValue(prefix + "sort", out var sortText) ? sortText.ToString() : "";
        var filter = query.TryGetValue(prefix + "q", out var filterText) ? filterText.ToString() : "";
        return new TableQuery(filter, sort.Length == 0 ? null : sort.TrimStart('-'), sort.StartsWith('-'));
    }

    public string Write(NavigationManager navigation, string prefix) =>
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [prefix + "q"] = Filter.Length == 0 ? null : Filter,
            [prefix + "sort"] = SortKey is null ? null : (Descending ? "-" : "") + SortKey,
        });

    /// <summary>First press sorts upwards, the second downwards, the third gives the natural order back.</summary>
    public TableQuery Press(string key) => SortKey != key ? this with { SortKey = key, Descending = false }
        : Descending ? this with { SortKey = null, Descending = false }
        : this with { Descending = true };
}
