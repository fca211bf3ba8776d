using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Reception;

/// <summary>登记土葬: for those whose contract chose lawful burial.</summary>
internal sealed class RecordBurial(CaseFile file, Reading reading) : IUseCase<RecordBurial.Request, Done>
{
    public sealed record Request(Guid CaseId, string Place);

    public Permission Permission => FuneralPermissions.RecordBurial;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var place = reading.Text(request.Place, nameof(request.Place), "安葬地点", 100);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.RecordBurial(place!, file.By, file.Now).Try(out _, out problem)) return problem;
        file.Context.Announce(new CaseClosed(opened.Id, "burial"));
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordBurial, Request, Done>("/burials");
}

/// <summary>外运: to another city, with the county authority's approval number.</summary>
internal sealed class TransferOut(CaseFile file, Reading reading) : IUseCase<TransferOut.Request, Done>
{
    public sealed record Request(Guid CaseId, string Destination, string ApprovalNumber, string Tag);

    public Permission Permission => FuneralPermissions.ApproveTransfer;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var destination = reading.Text(request.Destination, nameof(request.Destination), "外运目的地", 100);
        var approval = reading.Text(request.ApprovalNumber, nameof(request.ApprovalNumber), "批准文号", 60);
        var tag = reading.Text(request.Tag, nameof(request.Tag), "标签", 40);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.TransferOut(destination!, approval!, tag!.ToUpperInvariant(), file.By, file.Now).Try(out _, out problem)) return problem;
        file.Context.Announce(new CaseClosed(opened.Id, "transfer"));
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TransferOut, Request, Done>("/transfers");
}
