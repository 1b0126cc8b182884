using System.Collections.Immutable;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace HomelabPortal.Ui.Tables;

/// <summary>
/// Keeps filter and order in the address and derives the view from them.
/// A row draws again only when its item is no longer equal, so a cell may depend on its item alone.
/// No element around it may set <c>overflow</c>: the framework's Virtualize would take that for the scroll container.
/// </summary>
public sealed partial class DataTable<TItem>
{
    private const int VirtualizeAbove = 100;
    private ImmutableArray<Column<TItem>> _columnList = [];
    private IReadOnlyList<Column<TItem>> _columns = [];
    private TableView<TItem> _view = new([], []);
    private (IReadOnlyList<TItem>? Items, IReadOnlyList<Column<TItem>>? Columns, TableQuery Query) _viewOf;
    private TableQuery _query;

    /// <summary>Plural name of the rows: "Pods".</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TItem> Items { get; set; }

    /// <summary>Stable identity of a row, such as a uid.</summary>
    [Parameter, EditorRequired] public required Func<TItem, object> Key { get; set; }

    /// <summary>The <see cref="Column{TItem}"/>s.</summary>
    [Parameter, EditorRequired] public required RenderFragment Columns { get; set; }

    /// <summary>Address of a row's own page.</summary>
    [Parameter] public Func<TItem, string?>? Href { get; set; }

    [Parameter] public Freshness Freshness { get; set; } = Freshness.Current;

    /// <summary>Shown while there is not a single row, with the next step.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Further controls beside the filter.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    [Parameter] public bool ShowFilter { get; set; } = true;

    [Parameter] public string? FilterHint { get; set; }

    /// <summary>Tells several tables of one page apart in the address.</summary>
    [Parameter] public string QueryPrefix { get; set; } = "";

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    /// <summary>There is something to filter, or it is still to come, or a filter of the address is to be taken off.</summary>
    private bool HasFilter => ShowFilter && (Freshness.IsLoading || Items.Count > 0 || _query.Filter.Length > 0);

    private ICollection<TItem> Rows => _view.Rows as ICollection<TItem> ?? [.. _view.Rows];

    internal void Add(Column<TItem> column) => _columnList = _columnList.Add(column);

    internal void Remove(Column<TItem> column) => _columnList = _columnList.Remove(column);

    protected override void OnInitialized()
    {
        _query = TableQuery.Read(Navigation.Uri, QueryPrefix);
        Navigation.LocationChanged += OnLocationChanged;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var query = TableQuery.Read(change.Location, QueryPrefix);
        if (query == _query)
            return;
        _query = query;
        _ = InvokeAsync(StateHasChanged);
    }

    private void Arrange()
    {
        if (!_columns.SequenceEqual(_columnList))
            _columns = _columnList;
        if (_viewOf == (Items, _columns, _query))
            return;
        _viewOf = (Items, _columns, _query);
        var sort = _columns.FirstOrDefault(column => column.Key == _query.SortKey);
        _view = TableView<TItem>.Of(Items, _columns, _query.Filter, sort, _query.Descending);
    }

    private void Filter(string text) => _query = _query with { Filter = text };

    private Task SortAsync(string key)
    {
        _query = _query.Press(key);
        return KeepInAddress();
    }

    private Task ClearAsync()
    {
        Filter("");
        return KeepInAddress();
    }

    private Task KeepInAddress()
    {
        // What stands there already is not written again: it would come after whoever has gone on to another page, and fetch them back.
        if (TableQuery.Read(Navigation.Uri, QueryPrefix) != _query)
            Navigation.NavigateTo(_query.Write(Navigation, QueryPrefix), replace: true);
        return Task.CompletedTask;
    }
}
