using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Villages;

/// <summary>村里报去世 in three facts: who, where and when, the family's telephone. It becomes a report like a hospital's or the police's, twins looked for.</summary>
internal sealed class ReportVillageDeath(CaseFile file, ReportDeath report) : IUseCase<ReportVillageDeath.Request, ReportVillageDeath.Reply>
{
    /// <param name="Place">Division; empty means the officer's own.</param>
    /// <param name="DiedAt">Local date and time of the city.</param>
    /// <param name="Account">Who was signed in when it was written on the phone.</param>
    public sealed record Request(string? Name, string? Place, string? Address, string? DiedAt, string? Phone, string? HandlerName = null, string? Account = null);

    /// <param name="Twins">How many open cases may be the same person.</param>
    public sealed record Reply(Guid CaseId, string Number, int Twins);

    public Permission Permission => FuneralPermissions.WorkInVillage;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return VillageProblems.OtherAccount;
        var place = string.IsNullOrWhiteSpace(request.Place) ? file.By.Division : request.Place.Trim();
        if (!place.StartsWith(file.By.Division, StringComparison.Ordinal)) return VillageProblems.Outside;
        if (string.IsNullOrWhiteSpace(request.Phone)) return Phone;
        var told = new ReportDeath.Request(
            ReportSource.Village, request.Name, string.IsNullOrWhiteSpace(request.Name), IdType.Unknown, null, Sex.Unknown, null, place, DeathPlaceKind.Home,
            request.Address, request.DiedAt, false, false, false, request.HandlerName, request.Phone, null);
        if (!(await report.HandleAsync(told, ct)).Try(out var made, out var problem)) return problem with { Field = problem.Field == "HandlerPhone" ? "Phone" : problem.Field };
        return new Reply(made.CaseId, made.Number, made.Twins.Count);
    }

    private static readonly Problem Phone = new("funeral.village.phone", "请填写家属的手机号，殡仪馆要打这个电话。", ProblemKind.Invalid, "Phone");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReportVillageDeath, Request, Reply>("/village/deaths");
}
