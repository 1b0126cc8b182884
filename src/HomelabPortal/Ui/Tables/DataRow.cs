using HomelabPortal.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace HomelabPortal.Ui.Tables;

/// <summary>One row; it draws again only when its item or the columns changed, however often the table does.</summary>
public sealed class DataRow<TItem> : ComponentBase
    where TItem : notnull
{
    private string?[] _texts = [];
    private int[] _changes = [];
    private bool _draw = true;
    private bool _drawn;

    [Parameter, EditorRequired] public required TItem Item { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Column<TItem>> Columns { get; set; }

    [Parameter] public Func<TItem, string?>? Href { get; set; }

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var before = _drawn ? Item : default;
        var columns = Columns;
        parameters.SetParameterProperties(this);
        _draw = !_drawn || !ReferenceEquals(columns, Columns) || !EqualityComparer<TItem>.Default.Equals(before, Item);
        if (_draw)
            CountChanges();
        return base.SetParametersAsync(ParameterView.Empty);
    }

    protected override bool ShouldRender() => _draw;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _drawn = true;
        builder.OpenElement(0, "tr");
        builder.AddAttribute(1, "role", "row");
        for (var index = 0; index < Columns.Count; index++)
        {
            var column = Columns[index];
            builder.OpenElement(2, "td");
            builder.AddAttribute(3, "role", "cell");
            builder.AddAttribute(4, "class", column.Css);
            builder.OpenElement(5, "div");
            // A new key replaces the element, and the replacement glows once by CSS alone.
            builder.SetKey(_changes[index]);
            builder.AddAttribute(6, "class", _changes[index] > 0 && column.Glows ? "cell glow" : "cell");
            AddCell(builder, column);
            builder.CloseElement();
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void AddCell(RenderTreeBuilder builder, Column<TItem> column)
    {
        var href = column.Phone == PhonePlace.Name ? Href?.Invoke(Item) : null;
        if (href is not null)
        {
            builder.OpenElement(7, "a");
            builder.AddAttribute(8, "href", href);
            builder.AddAttribute(9, "class", "row-link");
            builder.AddAttribute(10, "data-row", true);
        }

        if (column.ChildContent is not null)
            builder.AddContent(11, column.ChildContent, Item);
        else
            builder.AddContent(12, column.Text?.Invoke(Item) is { } text ? VisibleText.Of(text) : null);
        if (href is not null)
            builder.CloseElement();
    }

    private void CountChanges()
    {
        if (_texts.Length != Columns.Count)
        {
            _texts = new string?[Columns.Count];
            _changes = new int[Columns.Count];
            for (var index = 0; index < Columns.Count; index++)
                _texts[index] = Columns[index].Text?.Invoke(Item);
            return;
        }

        for (var index = 0; index < Columns.Count; index++)
        {
            var text = Columns[index].Text?.Invoke(Item);
            if (text == _texts[index])
                continue;
            _texts[index] = text;
            if (Columns[index].Glows)
                _changes[index]++;
        }
    }
}
