using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials;

/// <summary>登记安葬: one person's ashes, or a recorded part, into the position their right is about; the second in a double plot is 合葬. Recorder and witness are two.</summary>
internal sealed class RecordInterment(CemeteryDesk desk, Laying laying, Reading reading) : IUseCase<RecordInterment.Request, RecordInterment.Reply>
{
    /// <param name="Order">The appointment it fulfils; null where there was none.</param>
    /// <param name="Ashes">Label of the container; empty for ashes from elsewhere.</param>
    /// <param name="Name">Of somebody from elsewhere.</param>
    /// <param name="Certificate">Of the cremation, for ashes from elsewhere.</param>
    /// <param name="Relation">合葬: how they are related to who rests there.</param>
    /// <param name="Note">What was shown for ashes from elsewhere.</param>
    public sealed record Request(Guid RightId, Guid? Order, IntermentKind Kind, string? Ashes, string? Name, IdType IdType, string? PersonId, string? Certificate, string? Relation, string? Note, string? Witness);

    public sealed record Reply(Guid Interment, string Proof);

    public Permission Permission => CemeteryPermissions.RecordBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var ours = !string.IsNullOrWhiteSpace(request.Ashes);
        var name = ours ? null : reading.Name(request.Name, nameof(request.Name), "逝者姓名");
        var id = ours ? null : reading.Id(request.IdType, request.PersonId, nameof(request.PersonId), "证件号码", required: false);
        var certificate = ours ? null : reading.Text(request.Certificate, nameof(request.Certificate), "火化证明编号", 60, required: request.Kind != IntermentKind.Body);
        var note = reading.Text(request.Note, nameof(request.Note), "说明", 200, required: false);
        var relation = reading.Text(request.Relation, nameof(request.Relation), "与已安葬者的关系", 40, required: false);
        if (reading.Problem is { } bad) return bad;
        if (request.Witness == desk.By.Id || desk.StaffName(request.Witness).Length == 0) return BurialProblems.WitnessNeeded;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await laying.WhoAsync(request.Ashes?.Trim(), name, id, certificate, ct)).Try(out var who, out problem)) return problem;
        if (!(await laying.LayAsync(opened, who, request.Kind, relation, note, request.Witness!, null, ct)).Try(out var interment, out problem)) return problem;
        if (request.Order is { } order)
        {
            if (await desk.Db.BurialOrders.FirstOrDefaultAsync(o => o.Id == order && o.RightId == request.RightId, ct) is not { } arranged) return BurialProblems.NoOrder;
            if (!arranged.Finish(interment.Id).Try(out _, out problem)) return problem;
        }
        return new Reply(interment.Id, interment.Proof!);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordInterment, Request, Reply>("/cemetery/burials/record");
}
