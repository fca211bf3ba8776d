using Anmin.Funeral.Twins;
using Anmin.Funeral.Cases;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Corrections;

/// <summary>申请作废: a case opened by mistake, first half.</summary>
internal sealed class RequestVoid(CaseFile file, Reading reading) : IUseCase<RequestVoid.Request, Done>
{
    public sealed record Request(Guid CaseId, string Reason);

    public Permission Permission => FuneralPermissions.RequestVoid;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "作废原因", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return opened.RequestVoid(reason!, file.By, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RequestVoid, Request, Done>("/cases/void-request");
}

/// <summary>批准作废, second half, by another role.</summary>
internal sealed class ApproveVoid(CaseFile file) : IUseCase<ApproveVoid.Request, Done>
{
    public sealed record Request(Guid CaseId);

    public Permission Permission => FuneralPermissions.ApproveVoid;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.ApproveVoid(file.By, file.Now).Try(out _, out problem)) return problem;
        file.Context.Announce(new CaseClosed(opened.Id, "void"));
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ApproveVoid, Request, Done>("/cases/void-approve");
}

/// <summary>批准再立案卷: allows one further case for a person who has one, to be opened by somebody else.</summary>
internal sealed class ApproveSecondCase(CaseFile file, Reading reading) : IUseCase<ApproveSecondCase.Request, Done>
{
    public sealed record Request(IdType IdType, string IdNumber, string Reason);

    public Permission Permission => FuneralPermissions.ApproveSecond;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var id = reading.Id(request.IdType, request.IdNumber, nameof(request.IdNumber), "证件号码");
        var reason = reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        if (reading.Problem is { } bad) return Task.FromResult<Outcome<Done>>(bad);
        file.Db.Add(new SecondCasePermit { Person = file.Db.BlindIndex(id!.Normal), Reason = reason!, ApprovedBy = file.By.Id, ApprovedAt = file.Now });
        return Task.FromResult<Outcome<Done>>(Done.It);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ApproveSecondCase, Request, Done>("/cases/second-permits");
}
