using Anmin.Kernel.Actors;

namespace Anmin.Ui.Frame;

/// <summary>One place of the staff rail. A module registers its own as a singleton; the rail shows those the person may open.</summary>
/// <param name="Order">Tens: 10 the workbench, 900 the audit.</param>
/// <param name="Permission">Shown to those who hold it.</param>
/// <param name="Href">An absolute path. Below <c>/admin</c> it stands in the administrators' list, everything else in the rail.</param>
/// <param name="Label">Two to four characters.</param>
/// <param name="Icon">A name of <c>Icons</c>.</param>
public sealed record MenuEntry(int Order, Permission Permission, string Href, string Label, string Icon)
{
    /// <summary>Heading in the administrators' list: 组织与人员, 权限与安全, 系统, 审计, 开放接口, 消息.</summary>
    public string? Group { get; init; }

    public bool OfAdmin => Surfaces.Under(Href, "/admin");

    /// <summary>Things waiting, asked while the frame is drawn: one count over an index, or leave it out.</summary>
    public Func<IServiceProvider, CancellationToken, ValueTask<int?>>? Count { get; init; }
}
