using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Reception;

/// <summary>
/// 确认丧葬方式: the 经办人 signs what is to be done. Cremation carries the waiting rule and the deadline of the day;
/// lawful burial is open to the groups the rule names (国务院殡葬管理条例 第六条).
/// </summary>
internal sealed class ConfirmDisposition(CaseFile file, Reading reading, DispositionClocks rules) : IUseCase<ConfirmDisposition.Request, ConfirmDisposition.Reply>
{
    /// <param name="Handler">A registered 经办人; empty registers the one below.</param>
    /// <param name="Signed">The 经办人 has signed on paper or pad.</param>
    public sealed record Request(
        Guid CaseId, Disposition Disposition, Guid? Handler, string? HandlerName, string? HandlerPhone, string? Relation, IdType HandlerIdType, string? HandlerId,
        bool Signed, string? Wishes, string? Ethnicity);

    public sealed record Reply(Guid ContractId, DateTimeOffset EarliestAt, DateTimeOffset? DueAt);

    public Permission Permission => FuneralPermissions.ConfirmDisposition;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var wishes = reading.Text(request.Wishes, nameof(request.Wishes), "家属要求", 300, required: false);
        if (!request.Signed) reading.Refuse(FuneralProblems.ContractMissing with { Field = nameof(request.Signed) });
        if (request.Disposition is not (Disposition.Cremation or Disposition.Burial)) reading.Refuse(FuneralProblems.DispositionNeeded);
        var name = reading.Name(request.HandlerName, nameof(request.HandlerName), "经办人姓名", required: request.Handler is null);
        var phone = reading.Phone(request.HandlerPhone, nameof(request.HandlerPhone), "经办人手机号", required: request.Handler is null);
        var id = reading.Id(request.HandlerIdType, request.HandlerId, nameof(request.HandlerId), "经办人证件号", required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await rules.OfAsync(opened, request.Disposition, request.Ethnicity, ct)).Try(out var clocks, out problem)) return problem;
        var signer = request.Handler ?? opened.AddHandler(name!, phone!, string.IsNullOrWhiteSpace(request.Relation) ? "未说明" : request.Relation.Trim(), id).Id;
        var choice = new DeathCase.Choice(request.Disposition, signer, wishes ?? "", clocks.Earliest, clocks.Due, request.Disposition == Disposition.Burial ? request.Ethnicity : null);
        return opened.Confirm(choice, file.By, file.Now).Try(out var contract, out problem) ? new Reply(contract.Id, clocks.Earliest, clocks.Due) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ConfirmDisposition, Request, Reply>("/dispositions");
}
