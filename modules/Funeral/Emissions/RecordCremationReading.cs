using Anmin.Funeral.Cases;
using Anmin.Funeral.Furnaces;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Emissions;

/// <summary>登记一次火化的能耗和炉温, as read from the meters.</summary>
internal sealed class RecordCremationReading(CaseFile file, Reading reading) : IUseCase<RecordCremationReading.Request, Done>
{
    /// <param name="FuelAmount">As typed, up to three decimals.</param>
    public sealed record Request(Guid CaseId, FuelKind Fuel, string? FuelAmount, string? Electricity, string? PeakTemperature, string? Remarks);

    public Permission Permission => FuneralPermissions.RecordEmissions;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var amount = Amounts.Read(reading, request.FuelAmount, nameof(request.FuelAmount), "燃料用量", 10_000);
        var power = Amounts.Read(reading, request.Electricity, nameof(request.Electricity), "用电量", 10_000);
        var peak = Amounts.Read(reading, request.PeakTemperature, nameof(request.PeakTemperature), "最高炉温", 2_000);
        var remarks = reading.Text(request.Remarks, nameof(request.Remarks), "说明", 200, required: false);
        if (amount is not null && request.Fuel == FuelKind.None) reading.Refuse(FurnaceProblems.FuelNeeded);
        if (reading.Problem is { } bad) return bad;
        if (amount is null && power is null && peak is null && remarks is null) return FurnaceProblems.ReadingEmpty;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Cremation is not { } cremation) return FuneralProblems.CremationNotStarted;
        var made = new CremationReading
        {
            CremationId = cremation.Id,
            CaseId = opened.Id,
            Institution = cremation.Institution,
            Cremator = cremation.Cremator,
            Fuel = request.Fuel,
            FuelAmount = amount,
            Electricity = power,
            PeakTemperature = peak is null ? null : (int)peak,
            Remarks = remarks ?? "",
            RecordedBy = file.By.Id,
            At = file.Now,
        };
        opened.NoteReading(made.Id, made.Fuel.ToString(), amount, power, made.PeakTemperature);
        file.Db.Add(made);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordCremationReading, Request, Done>("/cremations/readings");
}
