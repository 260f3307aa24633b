metadata description = 'Twente IGW on Azure: everything beside the gemeenten themselves, private by default.'

@description('Short name of the environment, part of every name: test or prod.')
@allowed(['test', 'prod'])
param environment string

@description('Where everything lies; both regions are in the EU.')
@allowed(['westeurope', 'northeurope'])
param location string

@description('Part of the names that have to be unique in the world.')
@minLength(3)
@maxLength(8)
param unique string = take(uniqueString(resourceGroup().id), 8)

@description('The group of Entra ID whose members administer the database and read the vault: the operators.')
param operators { name: string, objectId: string }

@description('Namespace and release of the chart: who the identities are federated with.')
param workload { namespace: string, release: string } = { namespace: 'igw', release: 'igw' }

@description('Networks that may speak to the API of the cluster.')
@minLength(1)
param operatorNetworks string[]

@description('Processors at most of the elastic pool; every gemeente draws from it.')
@allowed([2, 4, 6, 8])
param poolCapacity int

@description('Nodes of the cluster, at least and at most.')
param nodes { least: int, most: int, size: string }

@description('Days a backup cannot be changed or removed by anybody, and after which it is.')
param backups { immutableDays: int, keptDays: int }

@description('Days that logs are kept.')
@minValue(90)
param logDays int

@description('What a month may cost in euro, and who hears of it.')
param budget { amount: int, start: string, contacts: string[] }

var names = {
  plain: 'igw-${environment}'
  unique: 'igw${environment}${unique}'
}
var tags = { product: 'twente-igw', environment: environment }

module logs 'modules/logs.bicep' = {
  params: { location: location, tags: tags, name: names.plain, days: logDays }
}

module network 'modules/network.bicep' = {
  params: { location: location, tags: tags, name: names.plain }
}

module identities 'modules/identities.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.plain
    issuer: cluster.outputs.issuer
    workload: workload
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.unique
    operators: operators.objectId
    reader: identities.outputs.secrets.principalId
    logs: logs.outputs.id
    subnet: network.outputs.privateSubnet
    zone: network.outputs.zones.vault
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.unique
    workers: [identities.outputs.web.principalId, identities.outputs.worker.principalId]
    backups: backups
    logs: logs.outputs.id
    subnet: network.outputs.privateSubnet
    zones: { blob: network.outputs.zones.blob, queue: network.outputs.zones.queue }
  }
}

module events 'modules/events.bicep' = {
  params: { location: location, tags: tags, name: names.plain, account: storage.outputs.drop.name }
}

module database 'modules/database.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.unique
    operators: operators
    capacity: poolCapacity
    isProduction: environment == 'prod'
    logs: logs.outputs.id
    subnet: network.outputs.privateSubnet
    zone: network.outputs.zones.sql
  }
}

module cluster 'modules/cluster.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.plain
    nodes: nodes
    operators: operators.objectId
    operatorNetworks: operatorNetworks
    network: network.outputs.name
    subnet: network.outputs.clusterSubnet
    logs: logs.outputs.id
    isProduction: environment == 'prod'
  }
}

module costs 'modules/budget.bicep' = {
  params: { name: names.plain, budget: budget }
}

@description('What the values of the chart take over.')
output chart object = {
  dropZones: { kind: 'AzureBlob', account: storage.outputs.drop.endpoint }
  database: { engine: 'SqlServer', server: database.outputs.server }
  identities: {
    web: identities.outputs.web.clientId
    worker: identities.outputs.worker.clientId
    migrator: identities.outputs.migrator.clientId
    secrets: identities.outputs.secrets.clientId
  }
  vault: vault.outputs.uri
}
