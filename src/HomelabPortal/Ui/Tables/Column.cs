using Microsoft.AspNetCore.Components;

namespace HomelabPortal.Ui.Tables;

/// <summary>One column of a <see cref="DataTable{TItem}"/>; it draws nothing itself.</summary>
public sealed class Column<TItem> : ComponentBase, IDisposable
    where TItem : notnull
{
    [CascadingParameter] private DataTable<TItem> Table { get; set; } = default!;

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>What the cell says: shown unless there is a template, searched by the filter, watched for the glow.</summary>
    [Parameter] public Func<TItem, string?>? Text { get; set; }

    /// <summary>What the column sorts by; columns without it cannot be sorted.</summary>
    [Parameter] public Func<TItem, IComparable?>? SortBy { get; set; }

    /// <summary>Template of the cell.</summary>
    [Parameter] public RenderFragment<TItem>? ChildContent { get; set; }

    [Parameter] public PhonePlace Phone { get; set; }

    /// <summary>Numbers line up at the end of the cell.</summary>
    [Parameter] public bool Numeric { get; set; }

    /// <summary>A CSS width, for columns that must not move when their content changes.</summary>
    [Parameter] public string? Width { get; set; }

    /// <summary>False keeps the column out of the filter.</summary>
    [Parameter] public bool Filtered { get; set; } = true;

    /// <summary>True lets a changed <see cref="Text"/> glow once.</summary>
    [Parameter] public bool Glows { get; set; } = true;

    /// <summary>The heading is read aloud but not shown, as for a column of buttons.</summary>
    [Parameter] public bool HideTitle { get; set; }

    /// <summary>The column's name in the query string.</summary>
    public string Key => Title.ToLowerInvariant().Replace(' ', '-');

    public string Css => (Phone, Numeric) switch
    {
        (PhonePlace.Name, _) => "phone-name",
        (PhonePlace.State, _) => "phone-state",
        (PhonePlace.Fact, true) => "phone-fact numeric",
        (PhonePlace.Fact, false) => "phone-fact",
        (PhonePlace.Line, _) => "phone-line",
        (_, true) => "phone-hidden numeric",
        _ => "phone-hidden",
    };

    public void Dispose() => Table.Remove(this);

    protected override void OnInitialized() => Table.Add(this);
}
