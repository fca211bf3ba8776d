using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Dispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup");

            migrationBuilder.AddColumn<long>(
                name: "accepted_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "arrived_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_by",
                table: "funeral_pickup",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "changed_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "departed_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "dispatched_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dispatched_by",
                table: "funeral_pickup",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "estimate_fen",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "expected_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "failure",
                table: "funeral_pickup",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "handed_over_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "loaded_at",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "odometer_end",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "odometer_start",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "permit_issuer",
                table: "funeral_pickup",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "permit_number",
                table: "funeral_pickup",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "receiver",
                table: "funeral_pickup",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "run",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "suggested_distance",
                table: "funeral_pickup",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "funeral_crew_licence",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 200, nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_crew_licence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_disinfection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_disinfection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_trip_attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    picture = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_trip_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_trip_attachment_funeral_pickup_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_pickup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_trip_position",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    run = table.Column<int>(type: "INTEGER", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false),
                    accuracy = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_trip_position", x => new { x.order_id, x.at });
                    table.CheckConstraint("funeral_trip_position_earth", "latitude between -90 and 90 and longitude between -180 and 180");
                    table.ForeignKey(
                        name: "FK_funeral_trip_position_funeral_pickup_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_pickup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_trip_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    device_at = table.Column<long>(type: "INTEGER", nullable: true),
                    server_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    vehicle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_trip_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_funeral_trip_step_funeral_pickup_order_id",
                        column: x => x.order_id,
                        principalTable: "funeral_pickup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_vehicle_record",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    licence_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    licence_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    inspected_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    insured_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    licence_class = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    out_of_service_since = table.Column<long>(type: "INTEGER", nullable: true),
                    out_of_service_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    last_trip_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_infectious_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_disinfected_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_vehicle_record", x => x.id);
                    table.CheckConstraint("funeral_vehicle_out", "(out_of_service_since is null) = (out_of_service_reason is null)");
                });

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_driver_running",
                table: "funeral_pickup",
                column: "driver",
                unique: true,
                filter: "status in ('Departed', 'OnSite')");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup",
                column: "case_id",
                unique: true,
                filter: "status in ('Booked', 'Dispatched', 'Accepted', 'Departed', 'OnSite')");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_vehicle_running",
                table: "funeral_pickup",
                column: "vehicle",
                unique: true,
                filter: "status in ('Departed', 'OnSite')");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_pickup_changed_at_id",
                table: "funeral_pickup",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_funeral_pickup_driver_status",
                table: "funeral_pickup",
                columns: new[] { "driver", "status" });

            migrationBuilder.AddCheckConstraint(
                name: "funeral_pickup_odometer",
                table: "funeral_pickup",
                sql: "odometer_end is null or odometer_start is null or odometer_end >= odometer_start");

            migrationBuilder.AddCheckConstraint(
                name: "funeral_pickup_order",
                table: "funeral_pickup",
                sql: "(accepted_at is null or accepted_at >= dispatched_at) and (departed_at is null or departed_at >= accepted_at) and (arrived_at is null or arrived_at >= departed_at) and (loaded_at is null or loaded_at >= arrived_at) and (handed_over_at is null or handed_over_at >= picked_up_at)");

            migrationBuilder.AddCheckConstraint(
                name: "funeral_pickup_steps",
                table: "funeral_pickup",
                sql: "(accepted_at is null or dispatched_at is not null) and (departed_at is null or accepted_at is not null) and (arrived_at is null or departed_at is not null) and (loaded_at is null or arrived_at is not null) and (handed_over_at is null or picked_up_at is not null)");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_disinfection_vehicle_at",
                table: "funeral_disinfection",
                columns: new[] { "vehicle", "at" });

            migrationBuilder.CreateIndex(
                name: "funeral_trip_attachment_once",
                table: "funeral_trip_attachment",
                columns: new[] { "order_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_trip_step_once",
                table: "funeral_trip_step",
                columns: new[] { "order_id", "run", "act" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_vehicle_record_institution",
                table: "funeral_vehicle_record",
                column: "institution");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funeral_crew_licence");

            migrationBuilder.DropTable(
                name: "funeral_disinfection");

            migrationBuilder.DropTable(
                name: "funeral_trip_attachment");

            migrationBuilder.DropTable(
                name: "funeral_trip_position");

            migrationBuilder.DropTable(
                name: "funeral_trip_step");

            migrationBuilder.DropTable(
                name: "funeral_vehicle_record");

            migrationBuilder.DropIndex(
                name: "funeral_pickup_driver_running",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "funeral_pickup_vehicle_running",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "IX_funeral_pickup_changed_at_id",
                table: "funeral_pickup");

            migrationBuilder.DropIndex(
                name: "IX_funeral_pickup_driver_status",
                table: "funeral_pickup");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_pickup_odometer",
                table: "funeral_pickup");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_pickup_order",
                table: "funeral_pickup");

            migrationBuilder.DropCheckConstraint(
                name: "funeral_pickup_steps",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "arrived_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "cancelled_by",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "departed_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "dispatched_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "dispatched_by",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "estimate_fen",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "expected_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "failure",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "handed_over_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "loaded_at",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "odometer_end",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "odometer_start",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "permit_issuer",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "permit_number",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "receiver",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "run",
                table: "funeral_pickup");

            migrationBuilder.DropColumn(
                name: "suggested_distance",
                table: "funeral_pickup");

            migrationBuilder.CreateIndex(
                name: "funeral_pickup_one_open",
                table: "funeral_pickup",
                column: "case_id",
                unique: true,
                filter: "status = 'Booked'");
        }
    }
}
